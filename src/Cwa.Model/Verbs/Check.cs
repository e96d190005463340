using System.Globalization;
using System.Text.Json;

namespace Cwa.Model;

/// <summary>
/// Collects the refusals and warnings about an input, or about a part of it. A caller gets them with their path, the
/// sender of a file with line and column.
/// </summary>
public sealed class Check
{
    private readonly IFindings _findings;
    private readonly IReadOnlyList<string> _place;
    private readonly bool _isWhole;

    internal Check(IFindings findings, IReadOnlyList<string> place, bool isWhole = false) =>
        (_findings, _place, _isWhole) = (findings, place, isWhole);

    /// <summary>Whether nothing has been refused so far, in any part of the input.</summary>
    public bool IsGood => _findings.IsGood;

    /// <summary>A check of an object within this part.</summary>
    public Check In(string field) => new(_findings, Path(field), _isWhole);

    /// <summary>A check of one object in a list within this part.</summary>
    public Check In(string list, int index) =>
        new(_findings, Path(list, index.ToString(CultureInfo.InvariantCulture)), _isWhole);

    /// <summary>A check of a record to which a field refers. All its findings have the path of that field.</summary>
    public Check Of(string field) => new(_findings, Path(field), isWhole: true);

    /// <summary>The path to a field of this part, outermost first.</summary>
    /// <remarks>A field may be given by the name that callers use, or by its property's name.</remarks>
    public IReadOnlyList<string> Path(params ReadOnlySpan<string> fields)
    {
        if (_isWhole)
            return _place;

        var path = new List<string>(_place);
        foreach (var field in fields)
            path.Add(JsonNamingPolicy.CamelCase.ConvertName(field));
        return path;
    }

    /// <summary>Refuses the input because of a field, or because of this part as a whole.</summary>
    public void Refuse(Refusal refusal, params ReadOnlySpan<string> fields) =>
        _findings.Refuse(refusal with { Path = Path(fields) });

    /// <summary>Warns of something odd, which does not keep the verb from being done.</summary>
    public void Warn(string message, params ReadOnlySpan<string> fields) =>
        _findings.Warn(new() { Message = message, Path = Path(fields) });

    /// <summary>Warns of something odd about a stored event.</summary>
    internal void Warn(string message, Event @event, params ReadOnlySpan<string> fields) =>
        _findings.Warn(
            new()
            {
                Message = message,
                Path = Path(fields),
                EventId = @event.Id,
            }
        );

    /// <summary>
    /// Whether a field could be read, so that a rule may use it. An unreadable cell is already reported.
    /// </summary>
    internal bool IsRead(string field) => _findings.IsRead(Path(field));

    /// <summary>Whether there is a warning about a field.</summary>
    internal bool IsWarned(string field) => _findings.IsWarned(Path(field));

    /// <summary>Checks that a text, if given, is not empty, is short enough and can be stored.</summary>
    public void Text(string? text, int most, params ReadOnlySpan<string> fields)
    {
        if (text is null)
            return;

        // As it will be stored.
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

    /// <summary>Checks how many texts a list has, and each of them.</summary>
    public void Texts(IReadOnlyList<string> texts, int mostItems, int most, string field)
    {
        if (texts.Count > mostItems)
            Refuse(new TooMany(texts.Count, mostItems), field);
        else
            foreach (var (i, text) in texts.Index())
                Text(text, most, field, i.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Checks that a count, if given, is not negative and not too large to be added up.</summary>
    public void NotNegative(long? count, params ReadOnlySpan<string> fields)
    {
        if (count < 0)
            Refuse(new NegativeNumber(), fields);
        else if (count > Counts.Largest)
            Refuse(new NumberTooLarge(Counts.Largest), fields);
    }

    /// <summary>Checks that there is either a number or the reason why it is missing.</summary>
    public void NumberOrReason(bool isThere, bool hasReason, string field)
    {
        if (isThere == hasReason)
            Refuse(new NumberOrReason(!isThere), field);
    }

    /// <summary>Checks that a day is not in the future.</summary>
    public void HasCome(DateOnly day, DateOnly today, string field)
    {
        if (day > today)
            Refuse(new DateInFuture(today), field);
    }

    /// <summary>Checks that a last day, if given, is not before the first.</summary>
    public void InOrder(DateOnly? first, DateOnly? last, string field)
    {
        if (last < first)
            Refuse(new EndBeforeStart(first!.Value), field);
    }
}
