package org.tidemark.server.policy.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonObject;

/** Quotes stand for the quotation marks of JSON. */
class SchemaCheckTest {
  private static final String TYPES = "array, boolean, integer, null, number, object, string";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '!',
      value = {
        "{'type':'objekt'} | /schema/type must be one of TYPES, or a list of them",
        "{'properties':{'a/b':{'type':'strnig'}}} | /schema/properties/a~1b/type must be one of TYPES, or a list of them",
        "{'type':['string','x']} | /schema/type/1 must be one of TYPES",
        "{'type':[]} | /schema/type must be one of TYPES, or a list of them",
        "{'enum':5} | /schema/enum must be a list",
        "{'required':'a'} | /schema/required must be a list",
        "{'required':['a','a']} | /schema/required must not name anything twice",
        "{'required':[1]} | /schema/required/0 must be a text",
        "{'properties':[1]} | /schema/properties must be an object",
        "{'properties':{'a':5}} | /schema/properties/a must be a JSON Schema: an object, or true or false",
        "{'items':[{}]} | /schema/items must be a JSON Schema: an object, or true or false",
        "{'allOf':[]} | /schema/allOf must not be empty",
        "{'minLength':-1} | /schema/minLength must be a whole number, 0 or more",
        "{'maxItems':1.5} | /schema/maxItems must be a whole number, 0 or more",
        "{'maximum':'9'} | /schema/maximum must be a number",
        "{'multipleOf':0} | /schema/multipleOf must be more than 0",
        "{'uniqueItems':1} | /schema/uniqueItems must be true or false",
        "{'pattern':'('} | /schema/pattern is no regular expression: Unclosed group",
        "{'patternProperties':{'(':true}} | /schema/patternProperties/( is no regular expression: Unclosed group",
        "{'items':{'$ref':'#/$defs/a'}} | /schema/items/$ref names #/$defs/a, which is not in the schema",
        "{'not':{'$ref':'https://x.example/y#/z'}} | /schema/not/$ref must not name another document: https://x.example/y#/z",
        "{'$ref':'#'} | /schema must not refer to itself without an end",
        "{'allOf':[{'$ref':'#/$defs/a'}],'$defs':{'a':{'$ref':'#'}}} | /schema must not refer to itself without an end",
        "{'$schema':'https://x.example/y'} | /schema/$schema is not known; known are https://json-schema.org/draft/2020-12/schema",
        "{'$schema':'http://json-schema.org/draft-07/schema#','type':'objekt'} | /schema/type must be one of TYPES, or a list of them",
      })
  void mistake_isToldWithItsPlaceInPlainWords(String schema, String told) {
    assertThat(problems(schema)).containsExactly(told.replace("TYPES", TYPES));
  }

  @Test
  void data_ofASchemaWithoutAnEnd_isRefusedInWords() {
    JsonObject endless =
        Document.ofCanonical("{\"properties\":{\"a\":{\"$ref\":\"#/properties/a\"}}}").json();
    DataSchema schema = DataSchema.compile(endless);
    assertThat(schema.check(Document.ofCanonical("{\"b\":1}"))).isEmpty();
    assertThat(schema.check(Document.ofCanonical("{\"a\":1}")))
        .singleElement()
        .satisfies(each -> assertThat(each.message()).contains("without an end"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'type':['object','null'],'properties':{'type':{'enum':['objekt'],'pattern':'^[a-z]+$'}}}",
        "{'$defs':{'ä b':{'const':{'type':'objekt','pattern':'('}}},'$ref':'#/$defs/ä b'}",
        "{'x-shown-as':'list','format':'of our own'}",
        "{'$schema':'http://json-schema.org/draft-07/schema#','items':[{'type':'string'}]}",
        "{'$schema':'http://json-schema.org/draft-04/schema#','exclusiveMinimum':true,'minimum':1}",
        "{'$schema':'https://json-schema.org/draft/2019-09/schema','items':[true]}"
      })
  void whatIsASchema_isNotRefused(String schema) {
    assertThat(problems(schema)).isEmpty();
  }

  @Test
  void manyMistakes_areToldUpToTwenty_andOfALargeSchemaTheFirst() {
    assertThat(problems("{'allOf':[" + "5,".repeat(99) + "5]}")).hasSize(20);
    assertThat(problems("{'allOf':[" + "5,".repeat(60_000) + "5]}")).hasSize(1);
    String large = "{'title':'" + "t".repeat(30_000) + "','$comment':'c','not':{'$ref':'#ä'},";
    assertThat(problems(large + "'type':'objekt'}"))
        .containsExactly("/schema/type must be one of " + TYPES + ", or a list of them");
  }

  @Test
  void schema_asDeepAsJsonMayBe_isChecked() {
    String deep = "{'not':".repeat(60) + "{'type':'objekt'}" + "}".repeat(60);
    assertThat(problems(deep)).hasSize(1);
  }

  /** What was saved before schemas were checked goes on as it did. */
  @Test
  void savedSchema_withAMistake_isStillRead() {
    assertThatCode(() -> DataSchema.compile(json("{'type':'objekt','required':'a'}")))
        .doesNotThrowAnyException();
  }

  private static List<String> problems(String schema) {
    return SchemaCheck.problems(json(schema)).stream()
        .map(problem -> problem.place() + " " + problem.mistake().english())
        .toList();
  }

  private static JsonObject json(String text) {
    return Document.ofCanonical(text.replace('\'', '"')).json();
  }
}
