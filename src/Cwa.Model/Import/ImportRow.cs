using System.Buffers.Text;
using CsvHelper;

namespace Cwa.Model;

/// <summary>
/// The current row of a file, read by column. A value that cannot be read is reported once and returned as null.
/// </summary>
internal sealed partial class ImportRow(
    CsvReader csv,
    IReadOnlyDictionary<string, int> columns,
    IReadOnlyDictionary<string, string> values,
    DateOrders orders,
    ImportErrors errors,
    DateOnly today
)
{
    private const int LongestField = 10_000;

    private readonly HashSet<string> _unread = [];
    private long _errorsBefore;

    public long Line { get; private set; }

    /// <summary>The columns whose cells could not be read. It does not change with the next row.</summary>
    public HashSet<string> Unread => [.. _unread];

    /// <summary>Whether nothing has been found wrong with the row so far.</summary>
    public bool IsGood => errors.Found == _errorsBefore;

    public void MoveTo(long line)
    {
        (Line, _errorsBefore) = (line, errors.Found);
        _unread.Clear();
    }

    public void Error(string column, string reason)
    {
        _unread.Add(column);
        errors.Add(Line, column, reason);
    }

    /// <summary>Reports an error whose cause is told once for all rows.</summary>
    public void ErrorOnce(string column, string cause, string reason, ImportQuestion? question)
    {
        _unread.Add(column);
        errors.AddOnce((column, cause), new(Line, column, reason) { Question = question });
    }

    /// <summary>A check of the row, by the names of a verb's fields.</summary>
    /// <param name="columnOf">The column of a field.</param>
    public Check CheckOf(Func<string, string> columnOf) => new(new RowFindings(errors, Line, columnOf, _unread), []);

    public void Warn(string column, string reason) => errors.Warn(new(Line, column, reason));

    /// <summary>Whether the file has the column, or every row the same value in its place.</summary>
    public bool Has(string column) => columns.ContainsKey(column) || values.ContainsKey(column);

    /// <summary>Warns of what is told once for all rows.</summary>
    public void WarnOnce(string column, string cause, string reason, ImportQuestion? question = null) =>
        errors.WarnOnce((column, cause), new(Line, column, reason) { Question = question });

    /// <summary>The cell's text, unchecked; null when it is empty.</summary>
    public string? Peek(string column) => PeekCell(column) ?? values.GetValueOrDefault(column);

    /// <summary>The same, where what holds for every row does not count.</summary>
    public string? PeekCell(string column) =>
        columns.TryGetValue(column, out var index) && Read(index) is var text && !PlainText.IsEmpty(text) ? text : null;

    /// <summary>The text of the first cell that has one, unchecked.</summary>
    public string? First =>
        Enumerable.Range(0, csv.FieldCount).Select(Read).FirstOrDefault(text => !PlainText.IsEmpty(text));

    /// <summary>The cell's number; null when it is empty or not a number, which is not reported.</summary>
    public long? PeekCount(string column) =>
        !columns.TryGetValue(column, out var index) || csv.GetSpan(index) is { IsEmpty: true } ? null
        : Utf8Parser.TryParse(csv.GetSpan(index), out long count, out var length) && length == csv.GetSpan(index).Length
            ? count
        : Peek(column) is { } text && WrittenNumber.TryWhole(text, out count) ? count
        : null;

    /// <summary>The cell's text if it may be a day in figures other than 1998-04-21; else null.</summary>
    public string? PeekFigures(string column) =>
        columns.TryGetValue(column, out var index) && csv.GetSpan(index) is { Length: > 5 } bytes && bytes[4] != '-'
            ? Peek(column)
            : null;

    public string? Text(string column, int maxLength) => TryRead(column, maxLength, out var text) ? text : null;

    public string? Required(string column, int maxLength)
    {
        if (!TryRead(column, maxLength, out var text))
            return null;
        if (text is null)
            Error(column, "The value is missing.");
        return text;
    }

    /// <summary>The items of a list separated by semicolons.</summary>
    public IReadOnlyList<string> Texts(string column) =>
        Text(column, LongestField)?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        ?? [];

    /// <summary>The languages of a list, as tags where they are known.</summary>
    public IReadOnlyList<string> Languages(string column) =>
        [
            .. Texts(column)
                .SelectMany(text => LanguageTag.Understood(text) != text ? [text] : Split(text))
                .Select(LanguageTag.Understood),
        ];

    public StateCode? State(string column)
    {
        if (Text(column, LongestField) is not { } text)
            return null;
        return States.TryParse(text, out var state)
            ? state
            : Refused<StateCode>(column, ValueText.Not(text, $"a state such as CA or California"));
    }

    public T? Choice<T>(string column)
        where T : struct, Enum
    {
        if (Text(column, LongestField) is not { } text)
            return null;
        return Choices<T>.TryParse(text, out var member)
            ? member
            : Refused<T>(column, ValueText.Not(text, $"one of {Choices<T>.Listed}"));
    }

    public T? RequiredChoice<T>(string column)
        where T : struct, Enum => Required(column, LongestField) is null ? null : Choice<T>(column);

    public ReportMonth? RequiredMonth(string column) => Required(column, LongestField) is null ? null : Month(column);

    public ReportMonth? Month(string column)
    {
        if (Text(column, LongestField) is not { } text)
            return null;
        if (!ReportMonth.TryParse(text, out var month))
        {
            if (!IsClear(column, text))
                return null;
            if (!WrittenDay.TryMonth(text, orders.Of(column), today, out var first))
                return Refused<ReportMonth>(column, ValueText.Not(text, ValueText.Month));
            month = new(first.Year, first.Month);
        }

        WarnOfFar(column, month.FirstDay);
        return month;
    }

    public DateOnly? Day(string column)
    {
        if (Text(column, LongestField) is not { } text)
            return null;
        if (!ValueText.TryDay(text, out var day))
        {
            if (!IsClear(column, text))
                return null;
            if (!WrittenDay.TryDay(text, orders.Of(column), today, out day))
                return Refused<DateOnly>(column, ValueText.Not(text, ValueText.Day));
        }

        WarnOfFar(column, day);
        return day;
    }

    public DateOnly? RequiredDay(string column) => Required(column, LongestField) is null ? null : Day(column);

    /// <summary>Whether a day can be read in one way only, or in which way is known or supposed.</summary>
    private bool IsClear(string column, string text)
    {
        if (WrittenDay.OrdersOf(text) is not (true, true))
            return true;
        if (orders.Contradiction(column) is { } contradiction)
        {
            ErrorOnce(column, nameof(DateOrder), contradiction, ImportAnswers.QuestionOfDates);
            return false;
        }

        if (orders.IsSupposed(column))
            WarnOnce(
                column,
                nameof(DateOrder),
                $"Nothing tells whether the month or the day is first in '{text}' and other days of this column. They "
                    + "are read with the month first. If the day is first, send the file with dateOrder=DMY.",
                ImportAnswers.QuestionOfDates
            );
        return true;
    }

    private static string[] Split(string text) =>
        text.Split(
            (string[])[",", "/", "|", "\n", "&", "+", " and "],
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );

    private void WarnOfFar(string column, DateOnly day)
    {
        if (FarDay.Warning(day, today) is { } odd)
            Warn(column, odd);
    }

    private bool TryRead(string column, int maxLength, out string? text)
    {
        text = null;
        if (Peek(column) is not { } value)
            return true;

        var before = errors.Found;
        CheckOf(field => field).Text(value, maxLength, column);
        if (errors.Found > before)
        {
            _unread.Add(column);
            return false;
        }

        text = value;
        return true;
    }

    private string Read(int index) => PlainText.Of(FormulaSign.Unguard(csv.GetString(index).Trim()));

    private T? Refused<T>(string column, string reason)
        where T : struct
    {
        Error(column, reason);
        return null;
    }
}
