package org.tidemark.browser;

import com.microsoft.playwright.options.ColorScheme;

/**
 * What a page is looked at with.
 *
 * @param width in CSS pixels
 * @param height in CSS pixels
 */
public record Screen(String name, int width, int height, ColorScheme scheme) {
  public static final Screen PHONE = new Screen("phone", 390, 844, ColorScheme.LIGHT);
  public static final Screen PHONE_DARK = new Screen("phone-dark", 390, 844, ColorScheme.DARK);
  public static final Screen DESK = new Screen("desk", 1280, 800, ColorScheme.LIGHT);
  public static final Screen DESK_DARK = new Screen("desk-dark", 1280, 800, ColorScheme.DARK);
}
