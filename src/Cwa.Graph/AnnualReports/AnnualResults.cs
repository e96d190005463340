using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>
/// The results that agencies published for one year (action 6), counted. Only published reports count, so everybody
/// reads the same figures.
/// </summary>
public sealed record AnnualResults
{
    /// <summary>The grade above which a report counts in <see cref="HardToRead"/>.</summary>
    internal const double HardGrade = 12;

    /// <summary>Everything stored by this instant is taken into account.</summary>
    public required DateTime DataAsOf { get; init; }

    /// <summary>The year that the reports cover, fiscal or calendar.</summary>
    public required int Year { get; init; }

    /// <summary>
    /// Agencies that the memorandum directs to publish a report, if active on any day of the year. The memorandum dates
    /// from March 1998, so this is 0 for earlier years, whatever was published on them.
    /// </summary>
    public required int Directed { get; init; }

    /// <summary>
    /// Published reports on the year, one for each agency that has published, directed or requested. To compare it with
    /// `directed`, ask `where: { directive: { eq: DIRECTED } }`. A report counts here for the year that it covers,
    /// whenever it came out. The scorecard's CWA-6.1 goes by the day of publication instead: a report on 1997 that came
    /// out in 1998 meets it for 1998.
    /// </summary>
    public required int Published { get; init; }

    /// <summary>The statements of these reports. The sum of `met`, `notMet` and `notKnown`.</summary>
    public int Statements => Met + NotMet + NotKnown;

    /// <summary>Statements whose result met the standard.</summary>
    public required int Met { get; init; }

    /// <summary>Statements whose result did not meet the standard.</summary>
    public required int NotMet { get; init; }

    /// <summary>Statements that do not say whether the standard was met.</summary>
    public required int NotKnown { get; init; }

    /// <summary>Published reports whose statements take more than twelve years of school to read.</summary>
    public required int HardToRead { get; init; }

    /// <summary>
    /// The middle of the reports' grades: half of them are easier to read, half are harder. Null if none has words.
    /// </summary>
    public required double? MedianGrade { get; init; }
}

/// <inheritdoc cref="AnnualResults"/>
public sealed class AnnualResultsType : ObjectType<AnnualResults>;

/// <summary>Counts what was published, in three statements.</summary>
[Service]
public sealed class AnnualResultCounting(Snapshots snapshots, Caller caller, FilterBudget budget)
{
    /// <summary>The results of the year, of the agencies that meet the conditions.</summary>
    /// <exception cref="ExecutionError">The year is out of range (BAD_USER_INPUT), or there are too many conditions
    /// (LIMIT_EXCEEDED).</exception>
    public Task<AnnualResults> ReadAsync(IResolveFieldContext context, int year, FilterNode? where)
    {
        if (year is < AnnualReport.FirstYear or > AnnualReport.LastYear)
            throw RequestError.Input(
                $"`year` is a year from {AnnualReport.FirstYear} to {AnnualReport.LastYear}, such as 1998."
            );
        if (where is not null)
            budget.Take(context.FieldAst, where);

        return snapshots.ReadAsync(
            (db, dataAsOf) =>
                ReadAsync(
                    db,
                    where is null ? db.Agencies : db.Agencies.Where(where.ToLambda<Agency>(caller)),
                    year,
                    dataAsOf,
                    context.CancellationToken
                ),
            context.CancellationToken
        );
    }

    private static async Task<AnnualResults> ReadAsync(
        CwaDbContext db,
        IQueryable<Agency> agencies,
        int year,
        DateTime dataAsOf,
        CancellationToken cancellationToken
    )
    {
        DateOnly first = new(year, 1, 1),
            last = new(year, 12, 31);
        var directed = await agencies.CountAsync(
            a =>
                a.Directive == DirectiveStanding.Directed
                && a.ActiveFrom <= last
                && (a.ActiveTo == null || a.ActiveTo > first),
            cancellationToken
        );
        var published = db.AnnualReports.Where(r =>
            r.Year == year && r.Status == AnnualReportStatus.Published && agencies.Any(a => a.Id == r.AgencyId)
        );
        var grades = await published
            .Select(r => r.PlainLanguage.Words == 0 ? null : (double?)r.PlainLanguage.Grade)
            .ToListAsync(cancellationToken);
        var met = (
            await published
                .SelectMany(r => r.Statements)
                .GroupBy(s => s.Met)
                .Select(g => new { Met = g.Key, Count = g.Count() })
                .ToListAsync(cancellationToken)
        ).ToLookup(g => g.Met, g => g.Count);
        return new()
        {
            DataAsOf = dataAsOf,
            Year = year,
            Directed = directed,
            Published = grades.Count,
            Met = met[true].Sum(),
            NotMet = met[false].Sum(),
            NotKnown = met[null].Sum(),
            HardToRead = grades.Count(g => g > AnnualResults.HardGrade),
            MedianGrade = Median([.. grades.OfType<double>().Order()]),
        };
    }

    private static double? Median(IReadOnlyList<double> ordered) =>
        ordered is [] ? null : (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2;
}
