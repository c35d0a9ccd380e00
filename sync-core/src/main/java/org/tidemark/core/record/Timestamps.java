package org.tidemark.core.record;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/** RFC 3339 times, cut to milliseconds; written by hand because every mutation bears several. */
public final class Timestamps {

  /** What a text must be to be parsed, as the end of a sentence. */
  public static final String EXPECTED =
      "must be an RFC 3339 time with an offset, such as 2026-01-31T12:00:00.000Z";

  /** The earliest time that can be printed. */
  public static final Instant MIN = Instant.parse("0001-01-01T00:00:00Z");

  /** The latest time that can be printed. */
  public static final Instant MAX = Instant.parse("9999-12-31T23:59:59.999Z");

  private static final int MAX_LENGTH = 64;
  private static final int SECONDS_END = 19;

  private Timestamps() {}

  /** Cuts an instant to milliseconds. */
  public static Instant cut(Instant instant) {
    int nano = instant.getNano();
    return nano % 1_000_000 == 0
        ? instant
        : instant.with(ChronoField.MILLI_OF_SECOND, nano / 1_000_000);
  }

  /** Prints as {@code yyyy-MM-ddTHH:mm:ss.SSSZ}. */
  public static String print(Instant instant) {
    LocalDateTime time =
        LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
    int year = time.getYear();
    if (year < 1 || year > 9999) {
      throw new IllegalArgumentException(instant + " is outside the years 0001 to 9999");
    }
    StringBuilder out = new StringBuilder(24);
    digits(out, year, 4);
    digits(out.append('-'), time.getMonthValue(), 2);
    digits(out.append('-'), time.getDayOfMonth(), 2);
    digits(out.append('T'), time.getHour(), 2);
    digits(out.append(':'), time.getMinute(), 2);
    digits(out.append(':'), time.getSecond(), 2);
    digits(out.append('.'), time.getNano() / 1_000_000, 3);
    return out.append('Z').toString();
  }

  private static void digits(StringBuilder out, int value, int width) {
    for (int unit = width == 4 ? 1000 : width == 3 ? 100 : 10; unit > 0; unit /= 10) {
      out.append((char) ('0' + value / unit % 10));
    }
  }

  /** The time cut to milliseconds, or null when the text is not one in the years 0001 to 9999. */
  public static @Nullable Instant parse(String text) {
    if (text.length() <= SECONDS_END || text.length() > MAX_LENGTH || !separated(text)) {
      return null;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, SECONDS_END);
    if (year < 0 || month < 1 || month > 12 || day < 1 || hour < 0 || hour > 23) {
      return null;
    }
    if (minute < 0 || minute > 59 || second < 0 || second > 59 || day > daysIn(year, month)) {
      return null;
    }
    int zone = SECONDS_END;
    int millis = 0;
    if (text.charAt(zone) == '.') {
      int unit = 100;
      int digit;
      for (zone++;
          zone < text.length() && (digit = text.charAt(zone) - '0') >= 0 && digit <= 9;
          zone++) {
        millis += digit * unit;
        unit /= 10;
      }
      if (zone == SECONDS_END + 1) {
        return null;
      }
    }
    int offsetMinutes = offset(text, zone);
    if (offsetMinutes == NO_OFFSET) {
      return null;
    }
    long seconds =
        LocalDateTime.of(year, month, day, hour, minute, second).toEpochSecond(ZoneOffset.UTC)
            - offsetMinutes * 60L;
    Instant instant = Instant.ofEpochSecond(seconds, millis * 1_000_000L);
    return instant.isBefore(MIN) || instant.isAfter(MAX) ? null : instant;
  }

  private static final int NO_OFFSET = Integer.MIN_VALUE;

  private static int offset(String text, int at) {
    if (at >= text.length()) {
      return NO_OFFSET;
    }
    char sign = text.charAt(at);
    if (sign == 'Z' || sign == 'z') {
      return at + 1 == text.length() ? 0 : NO_OFFSET;
    }
    if ((sign != '+' && sign != '-') || at + 6 != text.length() || text.charAt(at + 3) != ':') {
      return NO_OFFSET;
    }
    int hours = number(text, at + 1, at + 3);
    int minutes = number(text, at + 4, at + 6);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
      return NO_OFFSET;
    }
    return (sign == '-' ? -1 : 1) * (hours * 60 + minutes);
  }

  private static boolean separated(String text) {
    char t = text.charAt(10);
    return text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && (t == 'T' || t == 't')
        && text.charAt(13) == ':'
        && text.charAt(16) == ':';
  }

  private static int daysIn(int year, int month) {
    if (month == 2) {
      return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }

  private static int number(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
