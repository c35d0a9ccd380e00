package org.tidemark.core.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangeTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0,0,0",
    "bytes=0-,0,9",
    "bytes=3-5,3,5",
    "bytes=3-99,3,9",
    "bytes=9-,9,9",
    "bytes=-1,9,9",
    "bytes=-10,0,9",
    "bytes=-99,0,9",
    "' bytes=1-2 ',1,2"
  })
  void range_withinTheFile_isAPart(String header, long first, long last) {
    ByteRange range = ByteRange.of(header, 10);
    assertThat(range).isEqualTo(new ByteRange.Part(first, last));
    assertThat(((ByteRange.Part) range).length()).isEqualTo(last - first + 1);
  }

  @ParameterizedTest
  @CsvSource({"bytes=10-", "bytes=10-20", "bytes=-0"})
  void range_outsideTheFile_isUnsatisfiable(String header) {
    assertThat(ByteRange.of(header, 10)).isEqualTo(new ByteRange.Unsatisfiable());
  }

  @ParameterizedTest
  @CsvSource({
    ",",
    "bytes=,",
    "bytes=-,",
    "bytes=5-3,",
    "'bytes=0-1,3-4',",
    "items=0-1,",
    "bytes=a-b,",
    "bytes=99999999999999999999-,"
  })
  void range_thatIsNone_isTheWhole(@Nullable String header, @Nullable String unused) {
    assertThat(ByteRange.of(header, 10)).isEqualTo(new ByteRange.Whole());
  }

  @ParameterizedTest
  @CsvSource({"bytes=0-", "bytes=-1"})
  void range_ofAnEmptyFile_isUnsatisfiable(String header) {
    assertThat(ByteRange.of(header, 0)).isEqualTo(new ByteRange.Unsatisfiable());
  }
}
