import java.io.FileInputStream;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Checks one PDF against the veraPDF flavours named after it (ua1, 2a, ...); exits 1 on a finding. */
public class VeraCheck {
  public static void main(String[] arguments) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    boolean sound = true;
    for (int place = 1; place < arguments.length; place++) {
      sound &= check(arguments[0], PDFAFlavour.byFlavourId(arguments[place]));
    }
    System.exit(sound ? 0 : 1);
  }

  private static boolean check(String file, PDFAFlavour flavour) throws Exception {
    try (PDFAParser parser =
            Foundries.defaultInstance()
                .createParser(new FileInputStream(file), flavour, flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      System.out.println(
          flavour
              + (result.isCompliant() ? " compliant, " : " NOT compliant, ")
              + result.getTotalAssertions()
              + " checks");
      Map<String, String> findings = new TreeMap<>();
      for (TestAssertion one : result.getTestAssertions()) {
        if (one.getStatus() == TestAssertion.Status.FAILED) {
          String rule = one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber();
          findings.putIfAbsent(rule, one.getMessage() + " @ " + one.getLocation().getContext());
        }
      }
      findings.forEach((rule, text) -> System.out.println("  " + rule + " " + text));
      return result.isCompliant() && result.getTotalAssertions() > 0;
    }
  }
}
