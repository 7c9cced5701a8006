package futures.data.csv;

/** Which end of its bar a file's time stamp names. */
public enum Stamps {
    OPEN,
    CLOSE
}
