package futures.risk.pretrade;

import futures.risk.subject.PortfolioReader;
import futures.risk.subject.Subject;
import futures.risk.summary.SummaryStore;
import java.time.LocalDate;
import java.util.Optional;

/** A stored portfolio, fetched afresh; its round trips only when others are known than it has. */
public final class PortfolioView {
    private final PortfolioReader reader;
    private final SummaryStore store;

    public PortfolioView(PortfolioReader reader, SummaryStore store) {
        this.reader = reader;
        this.store = store;
    }

    /** @throws futures.kit.http.Problem 404 when there is none, 503 when the portfolio service does not answer */
    AccountView of(String id, LocalDate today) {
        PortfolioReader.Account account = reader.account(id);
        Optional<Subject> known = store.course(Subject.PORTFOLIO, id);
        Subject course = known.isPresent() && known.get().trades() == account.trades() ? known.get() : reader.read(id);
        return new StoredAccount(course, account.equity(), account.positions(), today);
    }
}
