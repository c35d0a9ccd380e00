package org.tidemark.core.decide;

/** Which row of the verdict table fired, and why, in words for administrators. */
public record Explanation(String row, String words) {

  @Override
  public String toString() {
    return "Row " + row + ": " + words;
  }
}
