package org.tidemark.cli.print;

import java.util.ArrayList;
import java.util.List;

/** Two texts side by side, within 80 columns. */
public final class Columns {

  static final int WIDTH = 80;
  private static final String INDENT = "    ";
  private static final String BETWEEN = " | ";
  private static final int COLUMN = (WIDTH - INDENT.length() - BETWEEN.length()) / 2;
  private static final int MOST_LINES = 8;

  private Columns() {}

  /** The lines; {@code cut} leaves out the middle of long texts, and says so. */
  public static List<String> beside(String left, String right, boolean cut) {
    List<String> here = lines(left, cut);
    List<String> there = lines(right, cut);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < Math.max(here.size(), there.size()); i++) {
      String first = i < here.size() ? here.get(i) : "";
      String second = i < there.size() ? there.get(i) : "";
      lines.add((INDENT + Texts.padded(first, COLUMN) + BETWEEN + second).stripTrailing());
    }
    return lines;
  }

  private static List<String> lines(String text, boolean cut) {
    List<String> lines = Texts.wrapped(Texts.escaped(text), COLUMN);
    if (!cut || lines.size() <= MOST_LINES) {
      return lines;
    }
    List<String> shorter = new ArrayList<>(lines.subList(0, MOST_LINES - 1));
    shorter.add("... " + Texts.count(Texts.length(text), "character") + " (--full)");
    return shorter;
  }
}
