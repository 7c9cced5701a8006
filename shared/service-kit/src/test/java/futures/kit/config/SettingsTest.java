package futures.kit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path home;

    @Test
    void theCommentedFileSaysEveryKeyWithItsDefault() throws IOException {
        String shipped = Files.readString(Path.of("..", "..", "config", "settings.yaml"));
        List<YamlLines.Entry> entries = YamlLines.read("settings.yaml", shipped);
        assertEquals(
                Settings.keys().stream().sorted().toList(),
                entries.stream().map(YamlLines.Entry::key).sorted().toList());
        write(shipped);
        Settings fromFile = load(Map.of());
        Settings fromDefaults = Settings.load(home.resolve("nowhere"), Map.of(), List.of());
        for (String key : Settings.keys()) {
            assertEquals(fromDefaults.show(key), fromFile.show(key), key);
        }
    }

    @Test
    void flagsBeatTheEnvironmentWhichBeatsTheFile() throws IOException {
        write("ports:\n  data: 9001\n  risk: 9003\n  ml: 9004\n");
        Settings settings = load(Map.of("FUTURES_PORTS_RISK", "9103", "FUTURES_PORTS_ML", "9104"), "ports.ml=9204");
        assertEquals(9001, settings.port("data"));
        assertEquals(9103, settings.port("risk"));
        assertEquals(9204, settings.port("ml"));
        assertEquals(8002, settings.port("backtest"));
        assertEquals(new BigDecimal("2.50"), settings.decimal("defaults.commission"));
    }

    @Test
    void whatIsHandedToAnotherProcessIsAllThereAndNothingElse() throws IOException {
        write("token: secret\nallowed_hosts: a.example, b.example\nports:\n  data: 9001\n");
        Settings here = load(Map.of("FUTURES_PORTS_RISK", "9103"), "ports.ml=9204", "defaults.commission=1.20");
        write("nonsense: true\n");
        Settings there = Settings.given(home, here.all());
        for (String key : Settings.keys()) {
            assertEquals(here.show(key), there.show(key), key);
        }
        assertEquals(List.of("a.example", "b.example"), there.list("allowed_hosts"));
        assertEquals(here.path("directories.data"), there.path("directories.data"));
        assertThrows(ConfigException.class, () -> Settings.given(home, List.of("token=secret")));
    }

    @Test
    void aWrongValueIsRefusedWithFileLineKeyAndWhatIsAllowed() throws IOException {
        write("bind: 127.0.0.1\nports:\n  data: eight\n");
        ConfigException e = assertThrows(ConfigException.class, () -> load(Map.of()));
        assertTrue(
                e.getMessage()
                        .endsWith(
                                "settings.yaml:3: ports.data is 'eight'; allowed: a port from 1 to 65535, or 0 for any free one"),
                e.getMessage());
    }

    @Test
    void anUnknownKeyIsRefusedWithTheNearOne() throws IOException {
        write("ports:\n  dta: 8001\n");
        ConfigException e = assertThrows(ConfigException.class, () -> load(Map.of()));
        assertTrue(
                e.getMessage().endsWith("settings.yaml:2: unknown key 'ports.dta'; did you mean 'ports.data'?"),
                e.getMessage());
    }

    @Test
    void brokenYamlAndDoubledKeysNameTheirLine() throws IOException {
        write("bind: 127.0.0.1\nports: [1\n");
        assertTrue(assertThrows(ConfigException.class, () -> load(Map.of()))
                .getMessage()
                .contains("not valid YAML"));
        write("bind: 127.0.0.1\nbind: 127.0.0.2\n");
        assertTrue(assertThrows(ConfigException.class, () -> load(Map.of()))
                .getMessage()
                .contains("settings.yaml:2"));
    }

    @Test
    void bindingToTheNetworkNeedsAToken() {
        assertThrows(ConfigException.class, () -> load(Map.of(), "bind=0.0.0.0"));
        assertThrows(ConfigException.class, () -> load(Map.of(), "bind=0.0.0.0", "token=two words"));
        assertEquals("0.0.0.0", load(Map.of(), "bind=0.0.0.0", "token=secret").text("bind"));
    }

    private Settings load(Map<String, String> environment, String... overrides) {
        return Settings.load(home, environment, List.of(overrides));
    }

    private void write(String yaml) throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config").resolve("settings.yaml"), yaml);
    }
}
