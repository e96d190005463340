using System.Text;

namespace Cwa.Model;

/// <summary>
/// The memorandum "Conducting 'Conversations with America' to Further Improve Customer Service": its full text, and
/// each of its duties.
/// </summary>
public sealed class Directive
{
    private Directive() { }

    /// <summary>The one directive that this system serves.</summary>
    public static Directive ConversationsWithAmerica { get; } = new();

    /// <summary>The memorandum's subject.</summary>
    public string Title { get; } = "Conducting \"Conversations with America\" to Further Improve Customer Service";

    /// <summary>The day it was issued.</summary>
    public DateOnly IssuedOn { get; } = Agency.DirectiveDay;

    /// <summary>Who issued it.</summary>
    public string Issuer { get; } = "William J. Clinton, President of the United States";

    /// <summary>The memorandum's full text.</summary>
    public string Text { get; } = ReadText();

    /// <summary>What the memorandum asks of independent agencies, in its own words.</summary>
    public string IndependentAgencies { get; } = Cwa.Model.Requirements.Find("CWA-I")!.Text;

    /// <summary>
    /// What the memorandum says about judicial review, in its own words. It goes with every figure that is judged.
    /// </summary>
    public string JudicialReview { get; } = Cwa.Model.Requirements.Find("CWA-J")!.Text;

    /// <summary>Every duty that the memorandum states, in the order of the memorandum.</summary>
    public IReadOnlyList<Requirement> Requirements { get; } = Cwa.Model.Requirements.All;

    /// <summary>The orders and laws that the memorandum rests on or refers to.</summary>
    public IReadOnlyList<Authority> Authorities { get; } = Cwa.Model.Authorities.All;

    private static string ReadText()
    {
        using var resource = typeof(Directive).Assembly.GetManifestResourceStream(
            "Cwa.Model.Directive.memorandum.txt"
        )!;
        using var reader = new StreamReader(resource, Encoding.UTF8);
        return reader.ReadToEnd().Trim();
    }
}
