package futures.data.api;

import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.wire.Channels;
import futures.wire.data.ContractList;
import futures.wire.data.ContractMessage;
import java.util.Map;

/** Contract specs. */
public final class ContractRoutes {
    private final Store store;

    public ContractRoutes(Store store) {
        this.store = store;
    }

    public void mount(Routes routes) {
        routes.get("/api/contracts")
                .summary("All contract specs")
                .answers(ContractList.class)
                .handle(request -> new ContractList(store.contracts().all()));
        routes.get("/api/contracts/{symbol}")
                .summary("A contract spec")
                .path("symbol", "product, e.g. ES")
                .answers(ContractMessage.class)
                .handle(request -> store.contracts().get(request.path("symbol")));
        routes.put("/api/contracts/{symbol}")
                .summary("Make or replace a contract spec")
                .description(
                        "`tick_value` follows from `tick_size` and `point_value` and is checked when given. Margins and"
                                + " fees change often, so say their date and source; `margins` is a table of rows by"
                                + " date, `{\"from\": \"2024-01-02\", \"initial\": 13200, \"maintenance\": 12000,"
                                + " \"day_trade\": 500}`. What is left out is not known from then on.")
                .path("symbol", "product, e.g. ES")
                .body(ContractMessage.class)
                .answers(ContractMessage.class)
                .handle(this::put);
    }

    private Object put(Request request) {
        ContractMessage stored = store.contracts().put(request.path("symbol"), request.body(ContractMessage.class));
        store.bus()
                .publish(
                        Channels.DATA_UPDATES,
                        "contract_changed",
                        "/api/contracts/" + stored.symbol(),
                        Map.of("contract", stored.symbol()));
        return stored;
    }
}
