package futures.model.bars;

/** Bars of so many stored bars, or of so much volume; each trading day begins anew. */
final class CountedBars extends BarMaker {
    private final DayCourse days;
    private final boolean byVolume;
    private final long size;
    private final GrowingBar bar = new GrowingBar();
    private DayHours day;
    private boolean begun;
    private long bars;
    private long lastOpen;
    private long reached = Long.MIN_VALUE;

    CountedBars(BarForm form, DayCourse days, BarSink sink) {
        super(sink);
        this.days = days;
        this.byVolume = form.kind() == BarForm.Kind.VOLUME;
        this.size = form.size();
    }

    @Override
    public void add(long openTime, long closeTime, double open, double high, double low, double close, double volume) {
        reached = closeTime;
        DayHours now = days.at(openTime);
        if (!now.takes(openTime)) {
            return;
        }
        if (day == null || !day.contains(openTime)) {
            endDay();
            day = now;
        }
        if (!begun) {
            begun = true;
            bars = 0;
            bar.begin(openTime, open, high, low);
        }
        bars++;
        lastOpen = openTime;
        bar.add(high, low, close, volume);
        if ((byVolume ? bar.volume : bars) >= size) {
            give(closeTime);
        }
    }

    private void give(long closeTime) {
        begun = false;
        give(bar.openTime, closeTime, bar.open, bar.high, bar.low, bar.close, bar.volume);
    }

    private void endDay() {
        if (begun) {
            give(lastOpen < day.closes() ? day.closes() : day.over());
        }
    }

    @Override
    public void finish(boolean unfinishedToo) {
        if (begun && (unfinishedToo || reached >= day.over())) {
            endDay();
        }
        begun = false;
    }
}
