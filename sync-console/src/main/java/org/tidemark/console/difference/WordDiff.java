package org.tidemark.console.difference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.tidemark.console.difference.Piece.Kind;

/**
 * Compares texts word by word: the shortest way from one to the other by the greedy algorithm of
 * Myers, "An O(ND) Difference Algorithm and Its Variations" (1986).
 *
 * <p>Time and memory are bounded: beginnings and ends that are equal are taken off first, and where
 * more than {@value #MOST_EDITS} words still differ the middle is said to be another one as a
 * whole.
 */
public final class WordDiff {
  private static final int MOST_EDITS = 500;
  private static final int MOST_WORDS = 20_000;

  /** Of what stays the same this much is shown beside a change. */
  private static final int CONTEXT = 120;

  /** What is longer is no word that people read, and is cut anywhere. */
  private static final int LONGEST_WORD = 40;

  private WordDiff() {}

  /** The pieces that make up the later text, and those of the earlier one that are gone from it. */
  public static List<Piece> between(String before, String after) {
    List<String> old = words(before);
    List<String> fresh = words(after);
    int start = 0;
    int most = Math.min(old.size(), fresh.size());
    while (start < most && old.get(start).equals(fresh.get(start))) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && old.get(old.size() - 1 - end).equals(fresh.get(fresh.size() - 1 - end))) {
      end++;
    }
    Pieces pieces = new Pieces();
    pieces.add(Kind.SAME, fresh.subList(0, start));
    middle(old.subList(start, old.size() - end), fresh.subList(start, fresh.size() - end), pieces);
    pieces.add(Kind.SAME, fresh.subList(fresh.size() - end, fresh.size()));
    return pieces.list();
  }

  /** As {@link #between}, without the parts of long texts that stay the same. */
  public static List<Piece> shortened(String before, String after) {
    List<Piece> all = between(before, after);
    List<Piece> shown = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Piece piece = all.get(i);
      int head = i == 0 ? 0 : CONTEXT;
      int tail = i == all.size() - 1 ? 0 : CONTEXT;
      String text = piece.text();
      if (piece.kind() != Kind.SAME || all.size() == 1 || text.length() < 4 * CONTEXT) {
        shown.add(piece);
        continue;
      }
      int from = beforeWord(text, head);
      int to = beforeWord(text, text.length() - tail);
      if (from > 0) {
        shown.add(Piece.same(text.substring(0, from)));
      }
      shown.add(new Piece(Kind.CUT, text.substring(from, to)));
      if (to < text.length()) {
        shown.add(Piece.same(text.substring(to)));
      }
    }
    return shown;
  }

  /**
   * Where to cut a text: at the index, or before the word that it is in unless that is a long one.
   */
  public static int beforeWord(String text, int index) {
    int at = atCharacter(text, index);
    int least = Math.max(0, at - LONGEST_WORD);
    for (int cut = at; cut > least; cut = atCharacter(text, cut - 1)) {
      if (cut == text.length() || kind(text.codePointAt(cut)) != 2) {
        return cut;
      }
      if (kind(text.codePointBefore(cut)) != 2) {
        return cut;
      }
    }
    return least == 0 ? 0 : at;
  }

  /** Not between the halves of a character. */
  private static int atCharacter(String text, int index) {
    boolean within =
        index > 0 && index < text.length() && Character.isLowSurrogate(text.charAt(index));
    return within ? index - 1 : index;
  }

  /** Words, runs of spaces, and all else sign by sign. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int kind = kind(text.codePointAt(start));
      int end = start + Character.charCount(text.codePointAt(start));
      while (kind != 0 && end < text.length() && kind(text.codePointAt(end)) == kind) {
        end += Character.charCount(text.codePointAt(end));
      }
      words.add(text.substring(start, end));
      start = end;
    }
    return words;
  }

  private static int kind(int character) {
    if (Character.isWhitespace(character)) {
      return 1;
    }
    int type = Character.getType(character);
    boolean inWord =
        Character.isLetterOrDigit(character)
            || type == Character.NON_SPACING_MARK
            || type == Character.COMBINING_SPACING_MARK;
    return inWord ? 2 : 0;
  }

  private static void middle(List<String> old, List<String> fresh, Pieces pieces) {
    List<int[]> trace = old.size() + fresh.size() > MOST_WORDS ? List.of() : trace(old, fresh);
    if (trace.isEmpty()) {
      pieces.add(Kind.REMOVED, old);
      pieces.add(Kind.ADDED, fresh);
      return;
    }
    List<Kind> steps = steps(old.size(), fresh.size(), trace);
    int x = 0;
    int y = 0;
    for (Kind step : steps) {
      if (step == Kind.REMOVED) {
        pieces.add(step, old.subList(x, ++x));
      } else {
        pieces.add(step, fresh.subList(y, ++y));
        x += step == Kind.SAME ? 1 : 0;
      }
    }
  }

  /** How far each diagonal comes with so many edits; empty: there are too many. */
  private static List<int[]> trace(List<String> old, List<String> fresh) {
    List<int[]> trace = new ArrayList<>();
    int[] furthest = {0};
    for (int edits = 0; edits <= MOST_EDITS; edits++) {
      int[] reached = new int[2 * edits + 1];
      for (int k = -edits; k <= edits; k += 2) {
        int x = edits == 0 ? 0 : from(furthest, edits - 1, k);
        while (x < old.size() && x - k < fresh.size() && old.get(x).equals(fresh.get(x - k))) {
          x++;
        }
        reached[k + edits] = x;
        if (x >= old.size() && x - k >= fresh.size()) {
          trace.add(reached);
          return trace;
        }
      }
      trace.add(reached);
      furthest = reached;
    }
    return List.of();
  }

  /** Where diagonal k begins, when the diagonals beside it were reached with so many edits. */
  private static int from(int[] furthest, int edits, int k) {
    return comesDown(furthest, edits, k) ? furthest[k + 1 + edits] : furthest[k - 1 + edits] + 1;
  }

  private static boolean comesDown(int[] furthest, int edits, int k) {
    boolean hasLeft = k - 1 >= -edits;
    boolean hasRight = k + 1 <= edits;
    return !hasLeft || (hasRight && furthest[k - 1 + edits] < furthest[k + 1 + edits]);
  }

  private static List<Kind> steps(int oldSize, int freshSize, List<int[]> trace) {
    List<Kind> backwards = new ArrayList<>();
    int x = oldSize;
    int k = oldSize - freshSize;
    for (int edits = trace.size() - 1; edits > 0; edits--) {
      int[] before = trace.get(edits - 1);
      boolean down = comesDown(before, edits - 1, k);
      int begun = from(before, edits - 1, k);
      backwards.addAll(Collections.nCopies(x - begun, Kind.SAME));
      backwards.add(down ? Kind.ADDED : Kind.REMOVED);
      x = down ? begun : begun - 1;
      k += down ? 1 : -1;
    }
    backwards.addAll(Collections.nCopies(x, Kind.SAME));
    Collections.reverse(backwards);
    return backwards;
  }

  /** Joins neighbours of one kind; within a change what is gone stands before what is new. */
  private static final class Pieces {
    private final List<Piece> done = new ArrayList<>();
    private final StringBuilder[] open =
        Arrays.stream(Kind.values()).map(kind -> new StringBuilder()).toArray(StringBuilder[]::new);

    void add(Kind kind, List<String> words) {
      if (words.isEmpty()) {
        return;
      }
      if (kind == Kind.SAME) {
        flush(Kind.REMOVED);
        flush(Kind.ADDED);
      } else {
        flush(Kind.SAME);
      }
      words.forEach(open[kind.ordinal()]::append);
    }

    private void flush(Kind kind) {
      StringBuilder text = open[kind.ordinal()];
      if (text.length() > 0) {
        done.add(new Piece(kind, text.toString()));
        text.setLength(0);
      }
    }

    List<Piece> list() {
      flush(Kind.SAME);
      flush(Kind.REMOVED);
      flush(Kind.ADDED);
      return done;
    }
  }
}
