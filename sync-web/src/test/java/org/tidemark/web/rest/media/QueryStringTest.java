package org.tidemark.web.rest.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryStringTest {
  @Test
  void read_decodesValues() {
    assertThat(QueryString.read("a=1&type=image%2Fpng&empty=&=x&y"))
        .isEqualTo(Map.of("a", "1", "type", "image/png", "empty", ""));
    assertThat(QueryString.read(null)).isEmpty();
  }

  @Test
  void read_whatStandsTwiceOrIsBroken_isEmpty() {
    assertThat(QueryString.read("a=1&a=2&b=%zz")).isEqualTo(Map.of("a", "", "b", ""));
  }
}
