package futures.risk.pretrade;

import futures.kit.http.Routes;
import futures.wire.risk.CheckAnswer;
import futures.wire.risk.CheckOrder;

/** Takes orders that are to be checked before they are sent. */
public final class CheckRoutes {
    private final PreTradeCheck check;

    public CheckRoutes(PreTradeCheck check) {
        this.check = check;
    }

    public void declare(Routes routes) {
        routes.post("/api/risk/check")
                .summary("Whether an order would pass a limit")
                .description(
                        "An order that only closes is always approved. One that opens contracts is refused for every"
                                + " limit that it would pass, that is used up, or that cannot be checked for want of a figure.")
                .body(CheckOrder.class)
                .answers(CheckAnswer.class)
                .handle(request -> check.check(request.body(CheckOrder.class)));
    }
}
