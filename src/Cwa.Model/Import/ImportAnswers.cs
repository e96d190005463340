namespace Cwa.Model;

/// <summary>The sender's answers to what a file leaves open, and what is asked first to save a request.</summary>
public sealed class ImportAnswers
{
    /// <summary>The value that has a column, or the rows of an agency, passed over.</summary>
    public const string Ignore = "ignore";

    private const string AnyAgency = "*";

    private const string OfDates = "dateOrder",
        OfSheet = "sheet",
        OfEqualYears = "equalYears",
        OfYears = "years",
        Keep = "KEEP",
        Calendar = "CALENDAR",
        Fiscal = "FISCAL",
        OfAgency = "agency.",
        OfColumn = "column.",
        OfValue = "value.";

    private readonly Dictionary<string, string> _agencies = [];
    private readonly Dictionary<string, string> _columns = [];
    private readonly Dictionary<string, string> _values = [];

    private ImportAnswers() { }

    /// <summary>No answers.</summary>
    public static ImportAnswers None { get; } = new();

    /// <summary>What stands first in days such as 4/5/1998; null when the file tells.</summary>
    public DateOrder? DateOrder { get; private set; }

    /// <summary>The sheet of a workbook that is read; null for the first whose columns fit.</summary>
    public string? Sheet { get; private set; }

    /// <summary>Whether years of one agency that are the same in every number are right.</summary>
    public bool KeepsEqualYears { get; private set; }

    /// <summary>Whether a year such as 1998 is a fiscal one; null when that was not said.</summary>
    public bool? YearsAreFiscal { get; private set; }

    /// <summary>The answers by option.</summary>
    /// <param name="options">Options with their values.</param>
    /// <param name="answers">The answers; none when something is wrong.</param>
    /// <returns>What is wrong with an option, in a sentence; null when nothing is.</returns>
    public static string? Read(IEnumerable<KeyValuePair<string, string>> options, out ImportAnswers answers)
    {
        answers = new();
        foreach (var (option, value) in options)
        {
            if (answers.Take(option, value.Trim()) is { } wrong)
                return wrong;
        }

        return null;
    }

    /// <summary>The agency that a name stands for; null when that was not said.</summary>
    internal string? AgencyOf(string name) => _agencies.GetValueOrDefault(SearchText.Normalize(name));

    /// <summary>Whether the rows of any agency are passed over.</summary>
    internal bool PassOverAgencies => _agencies.ContainsValue(Ignore);

    /// <summary>Whether the rows of all agencies that are not known are passed over.</summary>
    internal bool PassOverUnknown => _agencies.GetValueOrDefault(AnyAgency) == Ignore;

    /// <summary>The column for which a name stands, or <see cref="Ignore"/>; null when that was not said.</summary>
    internal string? ColumnOf(string name) => _columns.GetValueOrDefault(Letters.Of(name));

    /// <summary>What every row holds in a column that the file lacks, by column.</summary>
    internal IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>Says what every row holds in a column that the file lacks, unless the sender said it.</summary>
    public void Suppose(string column, string value) => _values.TryAdd(column, value);

    /// <summary>The option that says what an agency's name stands for.</summary>
    internal static string OptionOfAgency(string name) => OfAgency + name;

    /// <summary>The option that says what a column's name stands for.</summary>
    internal static string OptionOfColumn(string name) => OfColumn + name;

    /// <summary>The option that says what every row holds in a column that the file lacks.</summary>
    internal static string OptionOfValue(string column) => OfValue + column;

    /// <summary>The question in which order days are written.</summary>
    internal static ImportQuestion QuestionOfDates { get; } =
        new(
            OfDates,
            "Is the month or the day first in days such as 4/5/1998?",
            [
                new($"{Cwa.Values.DateOrder.MDY}", "The month is first: 4/5/1998 is the fifth of April."),
                new($"{Cwa.Values.DateOrder.DMY}", "The day is first: 4/5/1998 is the fourth of May."),
            ]
        );

    /// <summary>The question whether years that are the same in every number are right.</summary>
    internal static ImportQuestion QuestionOfEqualYears { get; } =
        new(
            OfEqualYears,
            "Are these years really the same in every number?",
            [new(Keep, "They are. The figures are stored.")]
        );

    /// <summary>The question whether years are fiscal ones.</summary>
    internal static ImportQuestion QuestionOfYears { get; } =
        new(
            OfYears,
            "Are these calendar years or fiscal years?",
            [
                new(Calendar, "Calendar years: 1998 begins in January 1998."),
                new(Fiscal, "Fiscal years: 1998 begins in October 1997."),
            ]
        );

    /// <summary>The question which sheet is read.</summary>
    internal static ImportQuestion QuestionOfSheets(IEnumerable<string> sheets) =>
        new(OfSheet, "Which sheet is to be read?", [.. sheets.Select(sheet => new ImportChoice(sheet, ""))]);

    private string? Take(string option, string value)
    {
        if (value.Length == 0)
            return $"`{option}` has no value.";
        if (option == OfDates)
        {
            if (value is not ("MDY" or "DMY"))
                return $"`{option}`: {ValueText.Not(value, "MDY, the month first, or DMY, the day first")}";
            DateOrder = Enum.Parse<DateOrder>(value);
            return null;
        }

        if (option == OfEqualYears)
        {
            if (value != Keep)
                return $"`{option}`: {ValueText.Not(value, Keep)}";
            KeepsEqualYears = true;
            return null;
        }

        if (option == OfYears)
        {
            if (value is not (Calendar or Fiscal))
                return $"`{option}`: {ValueText.Not(value, $"{Calendar} or {Fiscal}")}";
            YearsAreFiscal = value == Fiscal;
            return null;
        }

        if (option == OfSheet)
        {
            Sheet = value;
            return null;
        }

        if (option.StartsWith(OfAgency, StringComparison.Ordinal))
            _agencies[SearchText.Normalize(option[OfAgency.Length..])] = value;
        else if (option.StartsWith(OfColumn, StringComparison.Ordinal))
            _columns[Letters.Of(option[OfColumn.Length..])] = value;
        else if (option.StartsWith(OfValue, StringComparison.Ordinal))
            _values[option[OfValue.Length..]] = value;
        else
            return $"There is no option `{option}`. "
                + "There are `dateOrder`, `sheet`, `years`, `equalYears`, `agency.NAME`, `column.NAME` and "
                + "`value.COLUMN`.";
        return null;
    }
}
