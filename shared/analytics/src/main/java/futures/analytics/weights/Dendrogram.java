package futures.analytics.weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A tree of series by single linkage: the two clusters whose nearest members are nearest merge first.
 *
 * <p>Clusters are numbered as in SciPy: series are 0 to n − 1, the k-th merge makes n + k, and the lower number of a merge is the
 * left one. Ties are merged in the order in which Prim's tree, grown from series 0, meets them.
 */
public final class Dendrogram {
    private final int count;
    private final List<Merge> merges = new ArrayList<>();

    /**
     * Two clusters that became one.
     *
     * @param distance between their nearest members
     * @param size     series in the new cluster
     */
    public record Merge(int left, int right, double distance, int size) {}

    private record Edge(int from, int to, double distance) {}

    private Dendrogram(int count) {
        this.count = count;
    }

    /** @param distances symmetric, zero on the diagonal */
    public static Dendrogram singleLinkage(double[][] distances) {
        Dendrogram tree = new Dendrogram(distances.length);
        List<Edge> edges = minimumSpanningTree(distances);
        edges.sort(Comparator.comparingDouble(Edge::distance));
        tree.merge(edges);
        return tree;
    }

    private static List<Edge> minimumSpanningTree(double[][] distances) {
        int n = distances.length;
        double[] nearest = new double[n];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        boolean[] reached = new boolean[n];
        List<Edge> edges = new ArrayList<>();
        int from = 0;
        for (int k = 1; k < n; k++) {
            reached[from] = true;
            int next = -1;
            for (int i = 0; i < n; i++) {
                if (!reached[i]) {
                    nearest[i] = Math.min(nearest[i], distances[from][i]);
                    if (next < 0 || nearest[i] < nearest[next]) {
                        next = i;
                    }
                }
            }
            edges.add(new Edge(from, next, nearest[next]));
            from = next;
        }
        return edges;
    }

    private void merge(List<Edge> edges) {
        int[] parent = new int[2 * count];
        int[] size = new int[2 * count];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
            size[i] = 1;
        }
        for (Edge edge : edges) {
            int one = root(parent, edge.from());
            int other = root(parent, edge.to());
            int made = count + merges.size();
            parent[one] = made;
            parent[other] = made;
            size[made] = size[one] + size[other];
            merges.add(new Merge(Math.min(one, other), Math.max(one, other), edge.distance(), size[made]));
        }
    }

    private static int root(int[] parent, int cluster) {
        int root = cluster;
        while (parent[root] != root) {
            root = parent[root];
        }
        return root;
    }

    /** By distance; one less than there are series. */
    public List<Merge> merges() {
        return List.copyOf(merges);
    }

    /** The series from left to right, so that no branches cross. */
    public int[] order() {
        List<Integer> leaves = new ArrayList<>();
        collect(count == 1 ? 0 : 2 * count - 2, leaves);
        return leaves.stream().mapToInt(Integer::intValue).toArray();
    }

    private void collect(int cluster, List<Integer> leaves) {
        if (cluster < count) {
            leaves.add(cluster);
            return;
        }
        Merge merge = merges.get(cluster - count);
        collect(merge.left(), leaves);
        collect(merge.right(), leaves);
    }
}
