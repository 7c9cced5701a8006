package futures.data.load;

import futures.data.csv.SourceFile;
import futures.kit.http.Problem;
import futures.model.FuturesContract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Files of dated contracts by the contract that their names say, or the directories that they are in. */
public final class ContractFiles {
    private ContractFiles() {}

    /**
     * By month.
     *
     * @throws Problem 422 with the files that name no contract of the product
     */
    public static SortedMap<FuturesContract, List<SourceFile>> of(String root, List<SourceFile> files) {
        SortedMap<FuturesContract, List<SourceFile>> found =
                new TreeMap<>(Comparator.comparing(FuturesContract::month));
        Problem unnamed = Problem.unprocessable("Some files do not say which contract of " + root
                + " they hold; name each like " + root + "Z24.csv, '" + root + " 12-24.txt' or " + root
                + "_2024_12.csv, or put them in directories so named.");
        for (SourceFile file : files) {
            Optional<FuturesContract> contract = contract(root, file.name());
            if (contract.isPresent()) {
                found.computeIfAbsent(contract.get(), none -> new ArrayList<>()).add(file);
            } else {
                unnamed.field("path", file.name(), "no contract of " + root + " with its year");
            }
        }
        if (!unnamed.errors().isEmpty()) {
            throw unnamed;
        }
        return found;
    }

    /** The innermost name wins. */
    private static Optional<FuturesContract> contract(String root, String path) {
        List<String> names = Arrays.asList(path.split("[/!]"));
        Collections.reverse(names);
        return names.stream()
                .flatMap(name -> FuturesContract.leading(name).stream())
                .filter(contract -> contract.root().equals(root))
                .findFirst();
    }
}
