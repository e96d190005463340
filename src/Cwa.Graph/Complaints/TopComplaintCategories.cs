using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>What complaints were about in a period, beside the period of as many months before it.</summary>
public sealed record TopComplaintCategories
{
    /// <summary>Everything stored by this instant is in it.</summary>
    public required DateTime DataAsOf { get; init; }

    /// <summary>The period's first month.</summary>
    public required ReportMonth From { get; init; }

    /// <summary>Its last month.</summary>
    public required ReportMonth To { get; init; }

    /// <summary>All complaints that came in.</summary>
    public required long Received { get; init; }

    /// <summary>The kinds common to all agencies.</summary>
    public required IReadOnlyList<CommonCategoryComplaints> Common { get; init; }

    /// <summary>The agencies' own kinds.</summary>
    public required IReadOnlyList<OwnCategoryComplaints> Own { get; init; }
}

/// <summary>The agencies' own kinds of complaint that grew from one period to the next.</summary>
public sealed record GrowingComplaintCategories
{
    /// <summary>Everything stored by this instant is in it.</summary>
    public required DateTime DataAsOf { get; init; }

    /// <summary>The period's first month.</summary>
    public required ReportMonth From { get; init; }

    /// <summary>Its last month.</summary>
    public required ReportMonth To { get; init; }

    /// <summary>How many grew, listed or not.</summary>
    public required int TotalCount { get; init; }

    /// <summary>Those that grew.</summary>
    public required IReadOnlyList<OwnCategoryComplaints> Categories { get; init; }
}

/// <summary>The complaints of one common kind.</summary>
public sealed record CommonCategoryComplaints
{
    internal CommonCategoryComplaints(
        TopCategory? top,
        IReadOnlyList<ComplaintsReceived> rows,
        long all,
        Func<ComplaintsReceived, bool> rose
    )
    {
        Top = top;
        Received = rows.Sum(r => r.Received);
        ReceivedBefore = rows.Sum(r => r.ReceivedBefore);
        Share = all == 0 ? null : (double)Received / all;
        Agencies = rows.Where(r => r.Months > 0).Select(r => r.AgencyId).Distinct().Count();
        var comparable = rows.Where(r => r.MonthsBefore >= r.Months && r.MissingBefore == 0).ToList();
        Grew = rose(
            new() { Received = comparable.Sum(r => r.Received), ReceivedBefore = comparable.Sum(r => r.ReceivedBefore) }
        );
    }

    /// <summary>The common kind; null for the complaints of agencies that tell no kinds apart.</summary>
    public TopCategory? Top { get; }

    /// <summary>Complaints that came in.</summary>
    public long Received { get; }

    /// <summary>What part of all complaints that is, 0 to 1; null when none came in.</summary>
    public double? Share { get; }

    /// <summary>Complaints that came in in the period before.</summary>
    public long ReceivedBefore { get; }

    /// <summary>How many more came in, in percent of the period before; null when none came in then.</summary>
    public double? ReceivedPercent => ComplaintChange.Percent(ReceivedBefore, Received);

    /// <summary>How many agencies reported of it.</summary>
    public int Agencies { get; }

    /// <summary>
    /// Whether complaints rose by at least `atLeastPercent` and `atLeastComplaints`, of those kinds of agencies alone
    /// that have figures of as many months in the period before, none without its number: nothing grows by being
    /// reported.
    /// </summary>
    public bool Grew { get; }
}

/// <summary>The complaints of one agency's own kind.</summary>
public sealed record OwnCategoryComplaints
{
    private readonly ComplaintsReceived _row;

    internal OwnCategoryComplaints(ComplaintsReceived row, long all, bool grew)
    {
        _row = row;
        Share = all == 0 ? null : (double)row.Received / all;
        Grew = grew;
    }

    /// <summary>Identifies the agency.</summary>
    public Guid AgencyId => _row.AgencyId;

    /// <summary>Identifies the kind.</summary>
    public Guid CategoryId => _row.CategoryId!.Value;

    /// <summary>Complaints that came in.</summary>
    public long Received => _row.Received;

    /// <summary>What part of all agencies' complaints that is, 0 to 1; null when none came in.</summary>
    public double? Share { get; }

    /// <summary>Complaints that came in in the period before.</summary>
    public long ReceivedBefore => _row.ReceivedBefore;

    /// <summary>How many more came in, in percent of the period before; null when none came in then.</summary>
    public double? ReceivedPercent => ComplaintChange.Percent(ReceivedBefore, Received);

    /// <summary>How many months of the period have figures.</summary>
    public int Months => _row.Months;

    /// <summary>How many months of the period before have figures.</summary>
    public int MonthsBefore => _row.MonthsBefore;

    /// <summary>
    /// Whether complaints rose by at least `atLeastPercent` and `atLeastComplaints`, where the period before has
    /// figures of as many months, none without its number: nothing grows by being reported.
    /// </summary>
    public bool Grew { get; }
}

/// <summary>What complaints were about in a period, beside the period of as many months before it.</summary>
[SignedIn]
public sealed class TopComplaintCategoriesType : ObjectType<TopComplaintCategories>
{
    /// <summary>
    /// The kinds common to all agencies, the most complaints first; at most 9, one for agencies that tell no kinds
    /// apart.
    /// </summary>
    [ListSize(9)]
    public static IReadOnlyList<CommonCategoryComplaints> Common(TopComplaintCategories top) => top.Common;

    /// <summary>The agencies' own kinds, the most complaints first, as many as `first` asked for.</summary>
    [ListSize(ComplaintGrowth.MostCategories)]
    public static IReadOnlyList<OwnCategoryComplaints> Own(TopComplaintCategories top) => top.Own;
}

/// <summary>The agencies' own kinds of complaint that grew from one period to the next.</summary>
[SignedIn]
public sealed class GrowingComplaintCategoriesType : ObjectType<GrowingComplaintCategories>
{
    /// <summary>Those that grew, the largest rise first, as many as `first` asked for.</summary>
    [ListSize(ComplaintGrowth.MostCategories)]
    public static IReadOnlyList<OwnCategoryComplaints> Categories(GrowingComplaintCategories growing) =>
        growing.Categories;
}

/// <summary>The complaints of one common kind.</summary>
[SignedIn]
public sealed class CommonCategoryComplaintsType : ObjectType<CommonCategoryComplaints>;

/// <summary>The complaints of one agency's own kind.</summary>
[SignedIn]
public sealed class OwnCategoryComplaintsType() : ObjectType<OwnCategoryComplaints>(c => c.AgencyId, c => c.CategoryId)
{
    /// <summary>The agency that was complained to.</summary>
    public static IDataLoaderResult<Agency> Agency(OwnCategoryComplaints own, ById<Agency> agencies) =>
        agencies.Load(own.AgencyId);

    /// <summary>The kind.</summary>
    public static IDataLoaderResult<ComplaintCategory> Category(
        OwnCategoryComplaints own,
        ById<ComplaintCategory> categories
    ) => categories.Load(own.CategoryId);

    /// <summary>
    /// What is being done: the systemic problems behind such complaints that are not VERIFIED as solved, with their
    /// `changes`.
    /// </summary>
    public static IDataLoaderResult<Connection<SystemicProblem>> OpenProblems(
        OwnCategoryComplaints own,
        Page<SystemicProblem> page
    ) =>
        page.Where("is open and has a category", p => p.Status != ProblemStatus.Verified && p.CategoryId != null)
            .Of(own.CategoryId, p => p.CategoryId!.Value);
}
