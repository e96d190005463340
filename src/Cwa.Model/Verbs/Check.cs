using System.Globalization;
using System.Text.Json;

namespace Cwa.Model;

/// <summary>
/// Says what is wrong or odd about an input, or about a part of it. What it finds goes to a caller with its path, or to
/// a file with its line and column.
/// </summary>
public sealed class Check
{
    private readonly IFindings _findings;
    private readonly IReadOnlyList<string> _place;
    private readonly bool _isWhole;

    internal Check(IFindings findings, IReadOnlyList<string> place, bool isWhole = false) =>
        (_findings, _place, _isWhole) = (findings, place, isWhole);

    /// <summary>Whether nothing is wrong so far, in any part of the input.</summary>
    public bool IsGood => _findings.IsGood;

    /// <summary>The check of an object within this one.</summary>
    public Check In(string field) => new(_findings, Path(field), _isWhole);

    /// <summary>The check of one object of a list within this one.</summary>
    public Check In(string list, int index) =>
        new(_findings, Path(list, index.ToString(CultureInfo.InvariantCulture)), _isWhole);

    /// <summary>A check of what the input only names: all that is found in it is told of the field that does.</summary>
    public Check Of(string field) => new(_findings, Path(field), isWhole: true);

    /// <summary>Where a field of this part of the input is, outermost first.</summary>
    /// <remarks>A field goes by the name that callers know, or by the property's.</remarks>
    public IReadOnlyList<string> Path(params ReadOnlySpan<string> fields)
    {
        if (_isWhole)
            return _place;

        var path = new List<string>(_place);
        foreach (var field in fields)
            path.Add(JsonNamingPolicy.CamelCase.ConvertName(field));
        return path;
    }

    /// <summary>Says that something is wrong with a field, or with all of this part, so that nothing is done.</summary>
    public void Refuse(Refusal refusal, params ReadOnlySpan<string> fields) =>
        _findings.Refuse(refusal with { Path = Path(fields) });

    /// <summary>Says that something is odd.</summary>
    public void Warn(string message, params ReadOnlySpan<string> fields) =>
        _findings.Warn(new() { Message = message, Path = Path(fields) });

    /// <summary>
    /// Whether a field could be read, so that a rule can be judged by it. A cell of a file may not: that is told
    /// already.
    /// </summary>
    internal bool IsRead(string field) => _findings.IsRead(Path(field));

    /// <summary>Whether something is told to be odd about a field.</summary>
    internal bool IsWarned(string field) => _findings.IsWarned(Path(field));

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
            Refuse(new TextMissing(), fields);
        else if (text.Length > most)
            Refuse(new TextTooLong(text.Length, most), fields);
        else if (PlainText.FirstUnwanted(text) is { } unwanted)
            Refuse(
                new TextNotStorable(unwanted.Name, unwanted.Position, $"This text holds {unwanted}. Take it out."),
                fields
            );
    }

    /// <summary>Checks a list of texts: how many they are, and each of them.</summary>
    public void Texts(IReadOnlyList<string> texts, int mostItems, int most, string field)
    {
        if (texts.Count > mostItems)
            Refuse(new TooMany(texts.Count, mostItems), field);
        else
            foreach (var (i, text) in texts.Index())
                Text(text, most, field, i.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Checks that a count, where it is given, is not negative and can be added up.</summary>
    public void NotNegative(long? count, params ReadOnlySpan<string> fields)
    {
        if (count < 0)
            Refuse(new NegativeNumber(), fields);
        else if (count > Counts.Largest)
            Refuse(new NumberTooLarge(Counts.Largest), fields);
    }

    /// <summary>Checks that a number is there, or a reason why it is not: never both, never neither.</summary>
    public void NumberOrReason(bool isThere, bool hasReason, string field)
    {
        if (isThere == hasReason)
            Refuse(new NumberOrReason(!isThere), field);
    }

    /// <summary>Checks that a day has come.</summary>
    public void HasCome(DateOnly day, DateOnly today, string field)
    {
        if (day > today)
            Refuse(new DateInFuture(today), field);
    }

    /// <summary>Checks that a last day, where it is given, is not before the first.</summary>
    public void InOrder(DateOnly? first, DateOnly? last, string field)
    {
        if (last < first)
            Refuse(new EndBeforeStart(first!.Value), field);
    }
}
