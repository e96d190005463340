using System.Text.RegularExpressions;
using Cwa.Dashboard.Reading;
using Cwa.Dashboard.Words;

namespace Cwa.Dashboard.Reporting;

/// <summary>What the server said about a form: at its fields, and about the form as a whole.</summary>
public sealed partial class Spoken
{
    private readonly Dictionary<string, string> _errors = [];
    private readonly Dictionary<string, string> _warnings = [];
    private readonly Dictionary<string, TextMeasure> _measured = [];

    /// <summary>What is wrong with the form as a whole, or with a place that has no field.</summary>
    public List<string> General { get; } = [];

    /// <summary>Whether something is wrong.</summary>
    public bool IsRefused => _errors.Count > 0 || General.Count > 0;

    /// <summary>At how many fields something is wrong.</summary>
    public int Errors => _errors.Count;

    /// <summary>What the report changes, in a sentence; null if nothing is told.</summary>
    public string? Effect { get; private set; }

    /// <summary>The events that it cancels.</summary>
    public IReadOnlyList<string> Cancelled { get; private set; } = [];

    /// <summary>What is odd about the form as a whole.</summary>
    public string? Warning => WarningAt("");

    public string? ErrorAt(string field) => _errors.GetValueOrDefault(field);

    public string? WarningAt(string field) => _warnings.GetValueOrDefault(field);

    /// <summary>How hard the text of a field is to read; null if it is short, or not measured.</summary>
    public TextMeasure? MeasureAt(string field) => _measured.GetValueOrDefault(field);

    /// <summary>Says how hard the text of a field is to read.</summary>
    internal void Read(string field, TextMeasure measured) => _measured[field] = measured;

    /// <summary>What a mutation answered, at the fields of a form.</summary>
    /// <param name="fieldOf">The field of a place in the input, such as `events.0.title`; null if it has none.</param>
    public static Spoken Of<T>(Answer<T> answer, Func<T, IDeed> deed, Func<string, string?> fieldOf)
        where T : class
    {
        var spoken = new Spoken();
        foreach (var error in answer.Errors ?? [])
            spoken.Add(error, fieldOf);
        if (answer.Data is not { } data || deed(data) is not { } said)
            return spoken;

        spoken.Tell(said.Changes);
        foreach (var error in said.Errors)
            spoken.AddError(fieldOf(PlaceOf(error)), error.Message);
        foreach (var warning in said.Warnings)
            Add(spoken._warnings, fieldOf(PlaceOf(warning)) ?? "", warning.Message);
        return spoken;
    }

    private void Tell(IReadOnlyList<EventChange> changes)
    {
        var deeds = new[]
        {
            Deed(EventChangeKind.Adds, "adds"),
            Deed(EventChangeKind.Changes, "changes"),
            Deed(EventChangeKind.Cancels, "cancels"),
        };
        if (changes.Count > 0)
            Effect = $"It {string.Join(", ", deeds.OfType<string>())}.";
        Cancelled =
        [
            .. changes
                .Where(change => change.Kind == EventChangeKind.Cancels)
                .Select(change => change.Before!)
                .Select(facts => $"{facts.Title ?? facts.Description}, {Say.Day(facts.StartsOn)}"),
        ];

        string? Deed(EventChangeKind kind, string verb) =>
            changes.Count(change => change.Kind == kind) is > 0 and var count
                ? $"{verb} {Say.Count(count, "event")}"
                : null;
    }

    // A value that does not fit its type is named at the start of the message: `input.events.0.startsOn`.
    private void Add(AnswerError error, Func<string, string?> fieldOf)
    {
        if (
            error.Extensions.Code != "BAD_USER_INPUT"
            || PlaceAndRest().Match(error.Message) is not { Success: true } said
        )
        {
            General.Add(
                error.Extensions.TraceId is { } trace ? $"{error.Message} Name this code: {trace}" : error.Message
            );
            return;
        }

        var isMissing = said.Groups["missing"].Success;
        AddError(fieldOf(said.Groups["place"].Value), isMissing ? "This is needed." : said.Groups["rest"].Value);
    }

    /// <summary>Says that something is wrong at a field, or with the form as a whole.</summary>
    internal void AddError(string? field, string message)
    {
        if (field is null)
            General.Add(message);
        else
            Add(_errors, field, message);
    }

    private static void Add(Dictionary<string, string> said, string field, string message) =>
        said[field] = said.TryGetValue(field, out var before) ? $"{before} {message}" : message;

    private static string PlaceOf(Said said) => string.Join('.', said.Path.Skip(1));

    [GeneratedRegex(
        "^`input[.](?<place>[^`]+)`(?<missing> (is missing|must not be null))?:? (?<rest>.*)$",
        RegexOptions.Singleline
    )]
    private static partial Regex PlaceAndRest();
}
