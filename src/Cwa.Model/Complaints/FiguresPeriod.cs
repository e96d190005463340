namespace Cwa.Model;

/// <summary>The period that complaint figures cover: a month, a quarter or a year.</summary>
/// <param name="Month">Its first month.</param>
/// <param name="Covers">Its length.</param>
public readonly record struct FiguresPeriod(ReportMonth Month, CoveredPeriod Covers)
{
    private const int January = 1,
        October = 10;

    private static readonly CoveredPeriod[] LongestFirst =
    [
        CoveredPeriod.Year,
        CoveredPeriod.Quarter,
        CoveredPeriod.Month,
    ];

    /// <summary>How many months it has.</summary>
    public int Months => MonthsOf(Covers);

    /// <summary>Its last month.</summary>
    public ReportMonth LastMonth => Month.Plus(Months - 1);

    /// <summary>Whether a period of this length may begin with this month.</summary>
    public bool BeginsRightly =>
        Covers switch
        {
            CoveredPeriod.Year => Month.Month is January or October,
            CoveredPeriod.Quarter => Month.Month % 3 == 1,
            _ => true,
        }
        && Month.MonthsUntil(LastMonth) == Months - 1;

    /// <summary>
    /// The periods that can end just before this one begins: the one of the same length, then the others, the longest
    /// first. Of figures that an agency has for several of them, the first are those that this period continues.
    /// </summary>
    public IEnumerable<FiguresPeriod> Before
    {
        get
        {
            var (month, covers) = this;
            return LongestFirst
                .OrderByDescending(length => length == covers)
                .Where(length => new ReportMonth(1, 1).MonthsUntil(month) >= MonthsOf(length))
                .Select(length => new FiguresPeriod(month.Plus(-MonthsOf(length)), length))
                .Where(before => before.BeginsRightly);
        }
    }

    /// <summary>Whether both are years, and some but not all of their months are the same.</summary>
    public bool IsAtOddsWith(FiguresPeriod other) =>
        Covers == CoveredPeriod.Year
        && other.Covers == CoveredPeriod.Year
        && Month != other.Month
        && Month <= other.LastMonth
        && other.Month <= LastMonth;

    /// <summary>The month as 1998-04, or the first and the last month.</summary>
    public override string ToString() => Covers == CoveredPeriod.Month ? $"{Month}" : $"{Month} to {LastMonth}";

    private static int MonthsOf(CoveredPeriod length) =>
        length switch
        {
            CoveredPeriod.Year => 12,
            CoveredPeriod.Quarter => 3,
            _ => 1,
        };
}
