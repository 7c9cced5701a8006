package futures.data.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Ways in which files go wrong on their way, by accident or by malice. */
enum Mutation {
    FLIP_BITS {
        @Override
        byte[] of(byte[] file, Random random) {
            byte[] changed = file.clone();
            for (int i = 1 + random.nextInt(8); i > 0; i--) {
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return changed;
        }
    },
    RANDOM_BYTES {
        @Override
        byte[] of(byte[] file, Random random) {
            byte[] noise = new byte[1 + random.nextInt(40)];
            random.nextBytes(noise);
            return insert(file, noise, random.nextInt(file.length + 1));
        }
    },
    CUT_OFF {
        @Override
        byte[] of(byte[] file, Random random) {
            return Arrays.copyOf(file, 1 + random.nextInt(file.length));
        }
    },
    DROP_PART {
        @Override
        byte[] of(byte[] file, Random random) {
            int from = random.nextInt(file.length);
            int to = Math.min(file.length, from + 1 + random.nextInt(30));
            return insert(Arrays.copyOf(file, from), Arrays.copyOfRange(file, to, file.length), from);
        }
    },
    REPEAT_PART {
        @Override
        byte[] of(byte[] file, Random random) {
            int from = random.nextInt(file.length);
            int to = Math.min(file.length, from + 1 + random.nextInt(200));
            return insert(file, Arrays.copyOfRange(file, from, to), random.nextInt(file.length + 1));
        }
    },
    /** A field becomes something that programs write where they have no number, or no sense. */
    ODD_FIELD {
        @Override
        byte[] of(byte[] file, Random random) {
            int from = random.nextInt(file.length);
            while (from > 0 && !isEnd(file[from - 1])) {
                from--;
            }
            int to = from;
            while (to < file.length && !isEnd(file[to])) {
                to++;
            }
            byte[] without = insert(Arrays.copyOf(file, from), Arrays.copyOfRange(file, to, file.length), from);
            String odd = FIELDS[random.nextInt(FIELDS.length)];
            return insert(without, odd.getBytes(StandardCharsets.UTF_8), from);
        }
    },
    LONG_LINE {
        @Override
        byte[] of(byte[] file, Random random) {
            byte[] line = new byte[random.nextInt(2_000_000)];
            Arrays.fill(line, (byte) "1,;\"x 0".charAt(random.nextInt(7)));
            return insert(file, line, random.nextInt(file.length + 1));
        }
    },
    OTHER_SIGNS {
        @Override
        byte[] of(byte[] file, Random random) {
            byte[] changed = file.clone();
            byte old = SIGNS[random.nextInt(SIGNS.length)];
            byte other = SIGNS[random.nextInt(SIGNS.length)];
            int share = 1 + random.nextInt(100);
            for (int i = 0; i < changed.length; i++) {
                if (changed[i] == old && random.nextInt(100) < share) {
                    changed[i] = other;
                }
            }
            return changed;
        }
    };

    private static final byte[] SIGNS = ",;|\t\".-:/ \r\n\0".getBytes(StandardCharsets.UTF_8);
    private static final String[] FIELDS = {
        "",
        " ",
        "NaN",
        "nan",
        "Infinity",
        "-inf",
        "1e999",
        "1e2147483647",
        "1e-2147483647",
        "-1e-2147483648",
        "0x10",
        "1_000",
        "1'000",
        "1,5",
        "1.2.3",
        "--5",
        "+",
        "-",
        ".",
        "1e",
        "null",
        "#N/A",
        "-1",
        "1e18",
        "9223372036854775808",
        "99999999999999999999999999999999999999",
        "0000-01-01",
        "9999-12-31",
        "2024-02-30",
        "2024-01-02T24:00:00Z",
        "2024-01-02T23:59:60Z",
        "1969-12-31",
        "31/31/2024",
        "0",
        "1704203400",
        "1704203400000000000",
        "99999999999999999999",
        "\u0661\u0662",
        "\uFEFF",
        "\"",
        "\"\"",
        "\"1\"2\"",
        "=1+1",
        "'; DROP TABLE series; --",
        "\u0000"
    };

    abstract byte[] of(byte[] file, Random random);

    private static boolean isEnd(byte b) {
        return b == ',' || b == ';' || b == '\n';
    }

    private static byte[] insert(byte[] file, byte[] part, int at) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(file, 0, at);
        joined.write(part, 0, part.length);
        joined.write(file, at, file.length - at);
        return joined.toByteArray();
    }
}
