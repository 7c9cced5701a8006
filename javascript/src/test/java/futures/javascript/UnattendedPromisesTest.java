package futures.javascript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which scripts are certain to leave no promise at work. */
class UnattendedPromisesTest {
    private static final String LOOP =
            "module.exports = class { async load() {} async processMarketData(price) { %s } %s };";

    private static boolean possible(String text) {
        return UnattendedPromises.possible(
                Scripts.of("Bot", Map.of("Bot.js", text, "helper.js", "exports.wait = async () => {};")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "await this.load();",
                "return this.load();",
                "return price > 1 ? this.load() : null;",
                "return price > 1 && this.load();",
                "await (price > 1 ? this.load() : 2);",
                "await this.helper?.load();",
                "await Promise.all([this.load(), this.load()]);",
                "return Promise.allSettled([this.load()]);",
                "return Promise.resolve(1);",
                "await (async () => { await this.load(); })();",
                "const { wait } = require('./helper'); await wait();",
                "await require('./helper').wait();",
                "const load = async () => this.load(); await load();",
                "for (const one of [1, 2]) await this.load(one);",
                "try { await this.load(); } catch (e) { console.log(e); }",
                "setTimeout(() => console.log('later'), 5);",
                "const word = 'Promise'; /* and async then() in a comment */",
                "const all = [1].map(x => x + 1); await this.load(all[0]);"
            })
    void everyPromiseIsAwaited(String line) {
        assertFalse(possible(LOOP.formatted(line, "")), line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "this.load();",
                "void this.load();",
                "const one = this.load(); await one;",
                "const run = this.load; await run();",
                "this['load']();",
                "this[price > 1 ? 'lo' + 'ad' : 'x']();",
                "[1, 2].forEach(async one => { await one; });",
                "setTimeout(async () => {}, 5);",
                "new Promise(done => done());",
                "await Promise.race([this.load(), this.load()]);",
                "await Promise.all([1, 2].map(one => this.load(one)));",
                "Promise.all([this.load()]);",
                "this.load().then(() => {});",
                "await this.load().catch(() => {});",
                "await null; queueMicrotask(() => {});",
                "process.nextTick(() => {});",
                "await null; eval('this.load()');",
                "await null; new Function('return 1')();",
                "await import('./helper');",
                "for await (const one of []) {}",
                "const { wait: other } = require('./helper'); other();",
                "const { wait } = require('./helper'); wait();",
                "require('./helper').wait();",
                "const handlers = { load: this.load }; await handlers.load();",
                "(async () => {})();",
                "const load = async () => {}; setTimeout(load, 1);",
                "const inner = () => this.load(); inner();",
                "super.load();",
                "return { then(done) { done(); } };",
                "await this.load(; "
            })
    void somethingMayBeLeft(String line) {
        assertTrue(possible(LOOP.formatted(line, "")), line);
    }

    @Test
    void callsInOtherMethodsCount() {
        assertFalse(possible(LOOP.formatted("await this.other();", "async other() { await this.load(); }")));
        assertTrue(possible(LOOP.formatted("await this.other();", "async other() { this.load(); }")));
        assertTrue(possible(LOOP.formatted("await this.other();", "other() { return this.load(); }")));
        assertTrue(possible(LOOP.formatted("await null;", "constructor() { this.load(); }")));
        assertTrue(possible(LOOP.formatted("await null;", "async *all() { yield 1; }")));
        assertTrue(possible(LOOP.formatted("await null;", "get ready() { return this.load(); }")));
        assertTrue(possible(LOOP.formatted("await null;", "async ['computed']() {}")));
        String handsOn = "module.exports = class { async load() {} processMarketData() { return this.load(); } %s };";
        assertFalse(possible(handsOn.formatted("")));
        assertFalse(possible(handsOn.formatted("async other() { return this.processMarketData(); }")));
        assertTrue(possible(handsOn.formatted("onPositionClosed() { this.processMarketData(); }")));
    }

    @ParameterizedTest
    @CsvSource({
        "cross.js, false",
        "awaiting.js, false",
        "refusing.js, false",
        "promised.js, false",
        "bootstrapped.js, true",
        "timed.js, true",
        "equipped.js, false"
    })
    void scriptsOfTheOtherTests(String name, boolean possible) throws Exception {
        assertEquals(possible, UnattendedPromises.possible(Replay.read(name)));
    }

    @ParameterizedTest
    @CsvSource({"Averages, false", "Candles, false", "Promising, false", "DayLevels, false", "WindowEma, false"})
    void scriptsOfTheBenchmarks(String name, boolean possible) throws Exception {
        Path bots = Path.of("../benchmarks/javascript/bots");
        assertEquals(possible, UnattendedPromises.possible(ScriptReader.read(ScriptTree.on(bots), name + ".js")));
    }
}
