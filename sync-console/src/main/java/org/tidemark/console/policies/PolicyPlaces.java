package org.tidemark.console.policies;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.tidemark.console.difference.Difference;
import org.tidemark.console.words.Words;
import org.tidemark.core.json.JsonPointer;

/** Names places of a policy for people: a rule by its field, anything else by its pointer. */
@RequestScoped
public class PolicyPlaces {
  private static final String RULES = "/rules/";

  @Inject private Words words;

  public String name(String place) {
    if (!place.startsWith(RULES)) {
      return place;
    }
    List<String> tokens = JsonPointer.parse(place).tokens();
    return words.of("ruleOf", tokens.get(1));
  }

  public List<Difference> named(List<Difference> differences) {
    return differences.stream()
        .map(each -> new Difference(name(each.path()), each.before(), each.after()))
        .toList();
  }
}
