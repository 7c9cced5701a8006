package futures.engine;

import java.util.List;

/** Decides for one market, at the close of a bar of the strategy's own market. */
interface Brain {
    /**
     * @param call  how often the strategy was called before
     * @param bars  of the market that are complete
     * @param fills in the market, told since the last call
     */
    void act(int call, int bars, Hand hand, List<String> fills);
}
