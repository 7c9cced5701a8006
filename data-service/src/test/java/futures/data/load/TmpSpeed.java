package futures.data.load;
import java.nio.file.*;
import java.util.*;
import futures.data.store.*;
import futures.data.csv.*;
public class TmpSpeed {
  public static void main(String[] a) throws Exception {
    Path dir = Files.createTempDirectory("imp");
    for (int k=0;k<3;k++) {
      Path d = Files.createDirectories(dir.resolve("r"+k));
      try (Imports im = new Imports(d)) {
        long t0=System.nanoTime();
        List<SourceFile> files = SourceFiles.under(Path.of(a[0]), a[1]);
        ImportPlan plan = im.plan("MES", Imports.AS_FOUND, files);
        long t1=System.nanoTime();
        var r = im.run(plan);
        long t2=System.nanoTime();
        System.out.println(plan.files().get(0).dialect().text());
        System.out.printf("plan %.3f run %.3f rows %d added %d dup %d ooo %d -> %.0f rows/s; db %d MB%n",(t1-t0)/1e9,(t2-t1)/1e9,r.rowsRead(),r.rowsAdded(),r.duplicates(),r.outOfOrder(),r.rowsRead()/((t2-t0)/1e9),Files.size(d.resolve("futures.db"))>>20);
        t0=System.nanoTime(); var bars = im.bars("MES", BarRange.ALL); t1=System.nanoTime();
        System.out.printf("read %d in %.3f first %s%n", bars.size(), (t1-t0)/1e9, bars.get(0));
      }
      if (k==2) System.out.println(d);
    }
  }
}
