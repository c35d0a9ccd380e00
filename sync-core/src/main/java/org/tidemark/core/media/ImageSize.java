package org.tidemark.core.media;

/** Width and height of an image in pixels, as its header says. */
public record ImageSize(int width, int height) {
  public long pixels() {
    return (long) width * height;
  }
}
