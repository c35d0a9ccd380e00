package org.tidemark.client.settings;

/**
 * How much is moved at once.
 *
 * @param page changes in a page of a pull
 * @param firstBatch mutations in the first batch of a push; later ones follow the answer time
 * @param mostBatch mutations in a batch at most
 * @param batchBytes bytes of a batch at most
 * @param answerBytes bytes of an answer at most
 */
public record Sizes(int page, int firstBatch, int mostBatch, int batchBytes, int answerBytes) {

  public static final Sizes USUAL = new Sizes(1_000, 100, 1_000, 4 << 20, 64 << 20);

  public Sizes {
    Bounds.within("sizes.page", page, 1, 1_000);
    Bounds.within("sizes.firstBatch", firstBatch, 1, 1_000);
    Bounds.within("sizes.mostBatch", mostBatch, firstBatch, 1_000);
    Bounds.within("sizes.batchBytes", batchBytes, 1 << 10, 5 << 20);
    Bounds.within("sizes.answerBytes", answerBytes, 1 << 10, Integer.MAX_VALUE);
  }
}
