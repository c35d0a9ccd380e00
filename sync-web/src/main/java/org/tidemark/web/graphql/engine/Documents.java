package org.tidemark.web.graphql.engine;

import graphql.InvalidSyntaxError;
import graphql.ParseAndValidate;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.validation.ValidationError;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tidemark.web.graphql.engine.PreparedDocument.PreparedOperation;

/** Prepares documents, and keeps the latest: a client sends the same few over and over. */
final class Documents {
  private static final int KEPT = 300;
  private static final int LONGEST_KEPT = 20_000;

  private final ApiSchema api;
  private final ApiLimits limits;
  private final ParserOptions options;
  private final Map<String, PreparedDocument> kept = new Recent();

  Documents(ApiSchema api, ApiLimits limits) {
    this.api = api;
    this.limits = limits;
    this.options =
        ParserOptions.getDefaultOperationParserOptions()
            .transform(
                builder ->
                    builder
                        .maxTokens(limits.maxTokens())
                        .maxCharacters(limits.maxQueryChars())
                        .captureIgnoredChars(false)
                        .captureLineComments(false));
  }

  PreparedDocument prepare(String query) throws RequestRefused {
    synchronized (kept) {
      PreparedDocument found = kept.get(query);
      if (found != null) {
        return found;
      }
    }
    PreparedDocument prepared = prepareAnew(query);
    if (query.length() <= LONGEST_KEPT && !prepared.entry().hasErrors()) {
      synchronized (kept) {
        kept.put(query, prepared);
      }
    }
    return prepared;
  }

  private PreparedDocument prepareAnew(String query) throws RequestRefused {
    if (query.length() > limits.maxQueryChars()) {
      throw RequestRefused.tooComplex(
          "The query is longer than " + limits.maxQueryChars() + " characters.");
    }
    Document document;
    try {
      document =
          Parser.parse(
              ParserEnvironment.newParserEnvironment()
                  .document(query)
                  .parserOptions(options)
                  .locale(Locale.ENGLISH)
                  .build());
    } catch (ParseCancelledException e) {
      throw RequestRefused.tooComplex(
          "The query has more than " + limits.maxTokens() + " tokens, or nests too deeply.");
    } catch (InvalidSyntaxException e) {
      InvalidSyntaxError error = e.toInvalidSyntaxError();
      return new PreparedDocument(new PreparsedDocumentEntry(error), Map.of());
    }
    DocumentLimits.checkAsWritten(document, limits);
    List<ValidationError> errors =
        ParseAndValidate.validate(api.schema(), document, Locale.ENGLISH);
    if (!errors.isEmpty()) {
      return new PreparedDocument(new PreparsedDocumentEntry(document, errors), Map.of());
    }
    DocumentLimits.checkSpread(document, limits);
    return new PreparedDocument(new PreparsedDocumentEntry(document), operations(document));
  }

  private Map<String, PreparedOperation> operations(Document document) {
    Map<String, PreparedOperation> operations = new HashMap<>();
    for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
      String name = operation.getName() == null ? "" : operation.getName();
      operations.put(
          name,
          new PreparedOperation(
              operation,
              Shape.ofVariables(operation, api.schema()),
              FastPlans.of(api, document, operation)));
    }
    return operations;
  }

  /** The least recently used is forgotten first. */
  private static final class Recent extends LinkedHashMap<String, PreparedDocument> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(KEPT * 2, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, PreparedDocument> eldest) {
      return size() > KEPT;
    }
  }
}
