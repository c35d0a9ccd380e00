package org.tidemark.web.graphql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AstPrinter;
import graphql.language.Definition;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.parser.Parser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The schema made of the classes holds everything that the contract names. */
class SchemaContractTest {
  private static final Map<String, Map<String, String>> CONTRACT = read(contract());
  private static final Map<String, Map<String, String>> SCHEMA =
      read(String.valueOf(TestApi.engine().schemaText()));

  @TestFactory
  Stream<DynamicTest> schema_typeOfTheContract_isThereWithEachMember() {
    return CONTRACT.entrySet().stream()
        .map(
            type ->
                DynamicTest.dynamicTest(
                    type.getKey(),
                    () ->
                        assertThat(SCHEMA.get(type.getKey()))
                            .describedAs(type.getKey())
                            .isNotNull()
                            .containsAllEntriesOf(type.getValue())));
  }

  @Test
  void schema_enumsAndInputs_haveNothingMore() {
    CONTRACT.forEach(
        (name, members) -> {
          if (name.startsWith("enum ") || name.startsWith("input ")) {
            assertThat(SCHEMA.get(name)).describedAs(name).isEqualTo(members);
          }
        });
  }

  /** Whoever knows the contract alone leaves them out. */
  @Test
  void schema_argumentsBeyondTheContract_areOptional() {
    CONTRACT.forEach(
        (name, members) ->
            SCHEMA
                .getOrDefault(name, Map.of())
                .forEach(
                    (member, type) -> {
                      String field = member.replaceFirst("\\(.*", "");
                      if (members.containsKey(field) && !members.containsKey(member)) {
                        assertThat(type).describedAs(name + " " + member).doesNotEndWith("!");
                      }
                    }));
  }

  private static Map<String, Map<String, String>> read(String sdl) {
    Map<String, Map<String, String>> types = new TreeMap<>();
    for (Definition<?> definition : Parser.parse(sdl).getDefinitions()) {
      if (definition instanceof ObjectTypeDefinition type) {
        types.put("type " + type.getName(), fields(type.getFieldDefinitions()));
      } else if (definition instanceof InputObjectTypeDefinition type) {
        types.put("input " + type.getName(), inputs(type.getInputValueDefinitions()));
      } else if (definition instanceof EnumTypeDefinition type) {
        Map<String, String> values = new TreeMap<>();
        for (EnumValueDefinition value : type.getEnumValueDefinitions()) {
          values.put(value.getName(), "");
        }
        types.put("enum " + type.getName(), values);
      } else if (definition instanceof ScalarTypeDefinition type) {
        types.put("scalar " + type.getName(), Map.of());
      }
    }
    return types;
  }

  private static Map<String, String> fields(List<FieldDefinition> definitions) {
    Map<String, String> fields = new TreeMap<>();
    for (FieldDefinition field : definitions) {
      fields.put(field.getName(), AstPrinter.printAst(field.getType()));
      inputs(field.getInputValueDefinitions())
          .forEach((name, type) -> fields.put(field.getName() + "(" + name + ")", type));
    }
    return fields;
  }

  private static Map<String, String> inputs(List<InputValueDefinition> definitions) {
    Map<String, String> inputs = new TreeMap<>();
    for (InputValueDefinition input : definitions) {
      inputs.put(input.getName(), AstPrinter.printAst(input.getType()));
    }
    return inputs;
  }

  private static String contract() {
    try (InputStream stream = SchemaContractTest.class.getResourceAsStream("/contract.graphql")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
