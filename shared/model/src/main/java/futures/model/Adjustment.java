package futures.model;

/**
 * How the prices of earlier contracts are brought to those of the last one, so that a series does not jump at its rolls. The
 * prices of the last contract stay as they are.
 */
public enum Adjustment {
    /** Not at all: the prices at which was traded, jumps included. */
    NONE,
    /** All bars before a roll are moved by its spread: differences between prices are those of a position held. */
    DIFFERENCE,
    /** All bars before a roll are multiplied by new price / old price: returns are those of a position held. */
    RATIO
}
