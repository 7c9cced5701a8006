package futures.data.store;

/** What an import does with a bar that is stored already with other values. */
public enum OnConflict {
    /** Refuse the import: two sources disagree, and the user says which one is right. */
    FAIL,
    /** The stored bar stays. */
    KEEP,
    /** The imported bar takes its place. */
    REPLACE
}
