package futures.javascript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts that go wrong or mean harm: each ends with an error that says what and where, and the next script runs as ever. */
class HostileScriptsTest {
    private static final Tape NONE = new Tape(new double[0][]);
    private static final Tape TAPE = Tape.of("2024-06-03T14:00:00Z", 120, 3);
    private static final String GOOD = bar("return { ready: true, signal: { direction: 'LONG', entryPrice: price } };");

    private static String bar(String body) {
        return "class S {\n  processMarketData(price, volume, timestamp) {\n    " + body
                + "\n  }\n}\nmodule.exports = S;\n";
    }

    private static Arguments of(String name, String text, String... parts) {
        return Arguments.of(name, text, List.of(parts));
    }

    static Stream<Arguments> failing() {
        return Stream.of(
                of("syntax error", "class S {\n  processMarketData( {\n}", "SyntaxError", "hostile.js:4"),
                of("not CommonJS", "export default class S {}", "SyntaxError", "hostile.js:1"),
                of(
                        "throws in the constructor",
                        "class S {\n constructor() {\n throw new Error('no luck'); }\n processMarketData() {} }\nmodule.exports = S;",
                        "no luck",
                        "hostile.js:3"),
                of("throws at its first line", "throw new TypeError('at once');", "at once", "hostile.js:1"),
                of("throws at a price", bar("return price.missing.deep;"), "deep", "hostile.js:3"),
                of("throws no error", bar("throw 'just words';"), "just words"),
                of("exports nothing", "const a = 1;", "exports no class"),
                of("no processMarketData", "module.exports = class S {};", "has no method processMarketData"),
                of("missing helper", "require('./helper');", "Cannot find module './helper'", "hostile.js:1"),
                of("missing package", "const x = require('left-pad');", "Cannot find module 'left-pad'"),
                of("loop", bar("for (;;) {}"), "did not come back", "0.7 s"),
                of("loop at load", "while (true) {}", "did not come back"),
                of(
                        "loop in the constructor",
                        "module.exports = class { constructor() { for (;;) {} } processMarketData() {} };",
                        "did not come back"),
                of(
                        "loop of array methods",
                        bar("for (;;) new Array(1000).fill({ a: 1 }).map(x => ({ b: x.a }));"),
                        "did not come back"),
                of("loop of new arrays", bar("for (;;) this.made = new Array(1000);"), "did not come back"),
                of(
                        "loop of new arrays of fractions",
                        bar("for (;;) { const a = new Array(100); a[0] = price; this.made = a; }"),
                        "did not come back"),
                of(
                        "loop that catches all",
                        bar("for (;;) { try { for (;;) {} } catch (e) {} finally { continue; } }"),
                        "did not come back"),
                of("slow regular expression", bar("return /^(a+)+$/.test('a'.repeat(60) + 'b');"), "did not come back"),
                of(
                        "promises without end",
                        bar("const again = () => { Promise.resolve().then(again); }; again();"),
                        "hostile.js:3"),
                of("await without end", bar("(async () => { while (true) await null; })();"), "did not come back"),
                of(
                        "immediates without end",
                        "module.exports = class { constructor() { const again = () => setImmediate(again); again(); } processMarketData() {} };",
                        "does not come to rest",
                        "hostile.js:1:"),
                of(
                        "recursion",
                        bar("const f = () => f() + 1; return f();"),
                        "Maximum call stack size exceeded",
                        "hostile.js:3"),
                of(
                        "memory by arrays",
                        bar("const all = []; for (;;) all.push(new Array(10000).fill(price + all.length));"),
                        "more memory than 64 MiB"),
                of(
                        "memory by objects",
                        bar("this.all = this.all || []; for (let i = 0; i < 1e5; i++) this.all.push({ a: { b: i } });"),
                        "more memory than 64 MiB"),
                of("a string too long", bar("let s = 'x'; for (;;) s += s;"), "Invalid string length"),
                of(
                        "rejected promise",
                        bar("return Promise.reject(new Error('rejected'));"),
                        "rejected",
                        "hostile.js:3"),
                of(
                        "async throw",
                        "module.exports = class { async processMarketData() {\n await null;\n throw new Error('later'); } };",
                        "later",
                        "hostile.js:3"),
                of(
                        "throws in a timer",
                        bar("setTimeout(() => { throw new Error('in a timer'); }, 1000);"),
                        "in a timer",
                        "hostile.js:3"),
                of("processes", "require('child_process').execSync('touch /tmp/x');", "is refused", "hostile.js:1"),
                of("threads", "new (require('worker_threads').Worker)('x');", "is refused"),
                of("sockets", bar("require('net').connect(80);"), "is refused", "hostile.js:3"),
                of(
                        "server",
                        bar("require('http').createServer().listen(80);"),
                        "http.createServer is refused",
                        "hostile.js:3"),
                of("ends its process", bar("process.exit(1);"), "process.exit(1) is refused", "hostile.js:3"),
                of(
                        "reads the machine's files",
                        bar("require('fs').readFileSync('/etc/passwd');"),
                        "ENOENT",
                        "hostile.js:3"),
                of(
                        "fills the file system",
                        bar(
                                "const fs = require('fs'); for (let i = 0; ; i++) fs.writeFileSync('/tmp/' + i, 'x'.repeat(1e6));"),
                        "ENOSPC"),
                of(
                        "reaches for Java",
                        bar("return Java.type('java.lang.System').exit(0);"),
                        "Java is not defined",
                        "hostile.js:3"),
                of(
                        "reaches for Node",
                        bar("return process.binding('fs').open('/etc/passwd');"),
                        "process.binding is not a function"),
                of(
                        "takes Array apart",
                        bar("Array.prototype.push = null; [].push(1);"),
                        "push is not a function",
                        "hostile.js:3"));
    }

    private static List<String> run(String text) {
        return run(text, Replay.SHORT);
    }

    private static List<String> run(String text, Limits limits) {
        return Replay.signals(ScriptSource.of("hostile", text), "America/Chicago", NONE, TAPE, limits);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failing")
    void endsWithAnErrorThatSaysWhatAndWhere(String name, String text, List<String> parts) {
        ScriptFailed failed = assertThrows(
                ScriptFailed.class, () -> run(text, name.startsWith("memory") ? Limits.STANDARD : Replay.SHORT), name);
        for (String part : parts) {
            assertTrue(failed.getMessage().contains(part), failed.getMessage());
        }
    }

    /** Harm to itself only: what the host needs it took before the script came. */
    static Stream<String> harmless() {
        return Stream.of(
                "Array.prototype.push = Array.prototype.shift = () => { throw new Error('tampered'); };",
                "Object.prototype.then = undefined; Object.prototype.signal = null;",
                "Promise.prototype.then = () => { throw new Error('tampered'); };",
                "JSON.stringify = () => 'tampered'; Date.now = () => 0; globalThis.Date = null;",
                "String.prototype.split = Function.prototype.call = Function.prototype.apply = null;",
                "Math.floor = () => 7; Number = () => 7; RegExp.prototype.test = () => false;",
                "host = entry = 1; delete globalThis.timestamp; timestamp = 5;",
                "Object.freeze(globalThis.process); console.log = null; Map.prototype.get = null;");
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void tamperingReachesNeitherTheHostNorTheNextRun(String text) {
        List<String> untouched = run(GOOD);
        assertEquals(untouched, run(text + "\n" + GOOD));
        assertEquals(untouched, run(GOOD));
    }

    @AfterEach
    void theNextScriptRunsAsEver() {
        assertEquals(TAPE.bars().length, run(GOOD).size());
    }

    @Test
    void aScriptDoesNotSeeWhatAnotherLeft() {
        run("globalThis.left = 1; Object.prototype.left = 2; require('fs').writeFileSync('/tmp/left', 'x');\n" + GOOD);
        assertEquals(
                List.of("{\"direction\":\"LONG\",\"seen\":\"undefined undefined false\"}"),
                run(bar(
                        "if (this.done) return null; this.done = true; return { direction: 'LONG', seen: typeof globalThis.left + ' '"
                                + " + typeof ({}).left + ' ' + require('fs').existsSync('/tmp/left') };")));
    }
}
