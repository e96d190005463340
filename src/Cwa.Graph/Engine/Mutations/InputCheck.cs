using System.Globalization;
using Cwa.Model;

namespace Cwa.Graph.Engine;

/// <summary>
/// Collects all that is wrong or odd about an input. One for a part of the input adds to the same collection.
/// </summary>
public sealed class InputCheck
{
    /// <summary>How many refusals, and how many warnings, a caller is told.</summary>
    internal const int MostTold = 100;

    private readonly Found _found;
    private readonly IReadOnlyList<string> _place;

    /// <summary>A check of a whole input.</summary>
    public InputCheck()
        : this(new(), ["input"]) { }

    private InputCheck(Found found, IReadOnlyList<string> place) => (_found, _place) = (found, place);

    /// <summary>Whether nothing is wrong so far, in any part of the input.</summary>
    public bool IsGood => _found.Errors == 0;

    /// <summary>What is told of what is wrong.</summary>
    internal IReadOnlyList<IUserError> Errors =>
        _found.Errors > MostTold ? [.. _found.ToldErrors, new MoreErrors(_found.Errors - MostTold)] : _found.ToldErrors;

    /// <summary>What is told of what is odd.</summary>
    internal IReadOnlyList<UserWarning> Warnings =>
        _found.Warnings > MostTold
            ?
            [
                .. _found.ToldWarnings,
                new() { Message = $"{_found.Warnings - MostTold} more warnings are not listed.", Path = ["input"] },
            ]
            : _found.ToldWarnings;

    /// <summary>The check of an object within this one.</summary>
    public InputCheck In(string field) => new(_found, Path(field));

    /// <summary>The check of one object of a list within this one.</summary>
    public InputCheck In(string list, int index) =>
        new(_found, Path(list, index.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Where a field of this part of the input is, outermost first.</summary>
    public IReadOnlyList<string> Path(params ReadOnlySpan<string> fields) => [.. _place, .. fields];

    /// <summary>Says that something is wrong, so that nothing is done.</summary>
    public void Refuse(IUserError error)
    {
        if (++_found.Errors <= MostTold)
            _found.ToldErrors.Add(error);
    }

    /// <summary>Says that something is odd.</summary>
    public void Warn(string message, params ReadOnlySpan<string> fields)
    {
        if (++_found.Warnings <= MostTold)
            _found.ToldWarnings.Add(new() { Message = message, Path = Path(fields) });
    }

    /// <summary>Whether something is told to be odd about a field.</summary>
    internal bool IsWarned(string field) =>
        _found.ToldWarnings.Exists(warning => warning.Path.SequenceEqual(Path(field)));

    /// <summary>
    /// Checks that a text, where it is given, says something, is short enough, and can be kept as it is.
    /// </summary>
    public void Text(string? text, int most, params ReadOnlySpan<string> fields)
    {
        if (text is null)
            return;

        // As it will be kept.
        text = PlainText.Of(text);
        if (PlainText.IsEmpty(text))
            Refuse(new TextMissing(Path(fields)));
        else if (text.Length > most)
            Refuse(new TextTooLong(text.Length, most, Path(fields)));
        else if (PlainText.FirstUnwanted(text) is { } unwanted)
            Refuse(
                new TextNotStorable(
                    unwanted.Name,
                    unwanted.Position,
                    $"This text holds {unwanted}. Take it out.",
                    Path(fields)
                )
            );
    }

    /// <summary>Checks a list of texts: how many they are, and each of them.</summary>
    public void Texts(IReadOnlyList<string> texts, int mostItems, int most, string field)
    {
        if (texts.Count > mostItems)
            Refuse(new TooMany(texts.Count, mostItems, Path(field)));
        else
            foreach (var (i, text) in texts.Index())
                Text(text, most, field, i.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Checks that a count, where it is given, is not negative and can be added up.</summary>
    public void NotNegative(long? count, params ReadOnlySpan<string> fields)
    {
        if (count < 0)
            Refuse(new NegativeNumber(Path(fields)));
        else if (count > Counts.Largest)
            Refuse(new NumberTooLarge(Counts.Largest, Path(fields)));
    }

    /// <summary>Checks that a number is there, or a reason why it is not: never both, never neither.</summary>
    public void NumberOrReason(bool isThere, bool hasReason, string field)
    {
        if (isThere == hasReason)
            Refuse(new NumberOrReason(!isThere, Path(field)));
    }

    /// <summary>Checks that a day has come.</summary>
    public void HasCome(DateOnly day, DateOnly today, string field)
    {
        if (day > today)
            Refuse(new DateInFuture(today, Path(field)));
    }

    /// <summary>Checks that a last day, where it is given, is not before the first.</summary>
    public void InOrder(DateOnly? first, DateOnly? last, string field)
    {
        if (last < first)
            Refuse(new EndBeforeStart(first!.Value, Path(field)));
    }

    private sealed class Found
    {
        public List<IUserError> ToldErrors { get; } = [];
        public List<UserWarning> ToldWarnings { get; } = [];
        public int Errors { get; set; }
        public int Warnings { get; set; }
    }
}
