package futures.portfolio.broker;

/** Why a row cannot be taken. */
final class RowFault extends Exception {
    private static final long serialVersionUID = 1L;

    RowFault(String reason) {
        super(reason);
    }
}
