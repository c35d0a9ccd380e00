package org.tidemark.console.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers as columns beside each other, in a drawing that is {@value #WIDTH} wide and {@value
 * #HEIGHT} high and as large as its place lets it be.
 */
public final class Columns {
  public static final int WIDTH = 300;
  public static final int HEIGHT = 48;
  private static final double GAP = 0.2;

  /** What is there at all must be seen beside what is a thousand times as much. */
  private static final double LEAST = 1.5;

  private final List<Long> counts;
  private final long most;

  /** A column; its place in the drawing, and the number it stands for. */
  public record Column(String x, String y, String width, String height, long count) {}

  public Columns(List<? extends Number> counts) {
    this.counts = counts.stream().map(Number::longValue).toList();
    most = this.counts.stream().mapToLong(Long::longValue).max().orElse(0);
  }

  public long getTotal() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  /** The largest number, which is as high as the drawing. */
  public long getMost() {
    return most;
  }

  public List<Column> getDrawn() {
    List<Column> columns = new ArrayList<>();
    double room = (double) WIDTH / Math.max(1, counts.size());
    for (int i = 0; i < counts.size(); i++) {
      long count = counts.get(i);
      double height = count == 0 ? 0 : Math.max(LEAST, (double) HEIGHT * count / most);
      columns.add(
          new Column(
              print(i * room + room * GAP / 2),
              print(HEIGHT - height),
              print(room * (1 - GAP)),
              print(height),
              count));
    }
    return columns;
  }

  /** To a hundredth, with a point in every language. */
  private static String print(double value) {
    return String.valueOf(Math.round(value * 100) / 100.0);
  }
}
