using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>What complaints were about in a period, compared with the previous period of the same length.</summary>
public sealed record TopComplaintCategories
{
    /// <summary>Everything stored by this instant is taken into account.</summary>
    public required DateTime DataAsOf { get; init; }

    /// <summary>The period's first month.</summary>
    public required ReportMonth From { get; init; }

    /// <summary>Its last month.</summary>
    public required ReportMonth To { get; init; }

    /// <summary>How many complaints were received in all.</summary>
    public required long Received { get; init; }

    /// <summary>
    /// The share of the complaints resolved that were resolved within target, 0 to 1. Figures that do not say so are
    /// left out; null if none do.
    /// </summary>
    public required double? WithinTargetShare { get; init; }

    /// <inheritdoc cref="TopComplaintCategoriesType.Common"/>
    public required IReadOnlyList<CommonCategoryComplaints> Common { get; init; }

    /// <inheritdoc cref="TopComplaintCategoriesType.Own"/>
    public required IReadOnlyList<OwnCategoryComplaints> Own { get; init; }
}

/// <summary>The agencies' own categories whose complaints grew from one period to the next.</summary>
public sealed record GrowingComplaintCategories
{
    /// <summary>Everything stored by this instant is taken into account.</summary>
    public required DateTime DataAsOf { get; init; }

    /// <summary>The period's first month.</summary>
    public required ReportMonth From { get; init; }

    /// <summary>Its last month.</summary>
    public required ReportMonth To { get; init; }

    /// <summary>How many categories grew, listed or not.</summary>
    public required int TotalCount { get; init; }

    /// <inheritdoc cref="GrowingComplaintCategoriesType.Categories"/>
    public required IReadOnlyList<OwnCategoryComplaints> Categories { get; init; }
}

/// <summary>The complaints of one common category.</summary>
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
        WithinTargetShare = ComplaintTrendPoint.Share(rows.Sum(r => r.WithinTarget), rows.Sum(r => r.WithinTargetOf));
        Months = rows.Max(r => r.Months);
        MonthsBefore = rows.Max(r => r.MonthsBefore);
        Agencies = rows.Where(r => r.Months > 0).Select(r => r.AgencyId).Distinct().Count();
        var comparable = rows.Where(r => r.MonthsBefore >= r.Months && r.MissingBefore == 0).ToList();
        Grew = rose(
            new() { Received = comparable.Sum(r => r.Received), ReceivedBefore = comparable.Sum(r => r.ReceivedBefore) }
        );
    }

    /// <summary>The common category; null for the complaints of agencies that distinguish none.</summary>
    public TopCategory? Top { get; }

    /// <summary>How many complaints were received.</summary>
    public long Received { get; }

    /// <summary>The share of all complaints, 0 to 1; null if none was received.</summary>
    public double? Share { get; }

    /// <summary>Complaints received in the previous period.</summary>
    public long ReceivedBefore { get; }

    /// <summary>
    /// How many more were received, in percent of the previous period; null if none was received then, or if that
    /// period has figures for fewer months.
    /// </summary>
    public double? ReceivedPercent => MonthsBefore < Months ? null : ComplaintChange.Percent(ReceivedBefore, Received);

    /// <summary>How many months of the period have figures, in the agency's category that has them for most.</summary>
    public int Months { get; }

    /// <summary>
    /// How many months of the previous period have figures, in the agency's category that has them for most.
    /// </summary>
    public int MonthsBefore { get; }

    /// <summary>
    /// The share of the complaints resolved in the period that were resolved within target, 0 to 1. Figures that do not
    /// say so are left out; null if none do.
    /// </summary>
    public double? WithinTargetShare { get; }

    /// <summary>How many agencies reported such complaints.</summary>
    public int Agencies { get; }

    /// <summary>
    /// Whether complaints rose by at least `atLeastPercent` and `atLeastComplaints`. An agency's category counts only
    /// if the previous period has figures for at least as many months, and each gives the number received.
    /// </summary>
    public bool Grew { get; }
}

/// <summary>The complaints of one agency's own category.</summary>
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

    /// <summary>Identifies the category.</summary>
    public Guid CategoryId => _row.CategoryId!.Value;

    /// <summary>How many complaints were received.</summary>
    public long Received => _row.Received;

    /// <summary>The share of all agencies' complaints, 0 to 1; null if none was received.</summary>
    public double? Share { get; }

    /// <summary>Complaints received in the previous period.</summary>
    public long ReceivedBefore => _row.ReceivedBefore;

    /// <summary>
    /// How many more were received, in percent of the previous period; null if none was received then, or if that
    /// period has figures for fewer months.
    /// </summary>
    public double? ReceivedPercent => MonthsBefore < Months ? null : ComplaintChange.Percent(ReceivedBefore, Received);

    /// <summary>How many months of the period have figures.</summary>
    public int Months => _row.Months;

    /// <summary>
    /// The share of the complaints resolved in the period that were resolved within target, 0 to 1. Figures that do not
    /// say so are left out; null if none do.
    /// </summary>
    public double? WithinTargetShare => ComplaintTrendPoint.Share(_row.WithinTarget, _row.WithinTargetOf);

    /// <summary>How many months of the previous period have figures.</summary>
    public int MonthsBefore => _row.MonthsBefore;

    /// <summary>
    /// Whether complaints rose by at least `atLeastPercent` and `atLeastComplaints`. The previous period must have
    /// figures for at least as many months, and each must give the number received.
    /// </summary>
    public bool Grew { get; }
}

/// <inheritdoc cref="TopComplaintCategories"/>
[SignedIn]
public sealed class TopComplaintCategoriesType : ObjectType<TopComplaintCategories>
{
    /// <summary>
    /// The categories common to all agencies, those with the most complaints first; at most 9, one of them for agencies
    /// that distinguish none.
    /// </summary>
    [ListSize(9)]
    public static IReadOnlyList<CommonCategoryComplaints> Common(TopComplaintCategories top) => top.Common;

    /// <summary>The agencies' own categories, those with the most complaints first, up to `first`.</summary>
    [ListSize(ComplaintGrowth.MostCategories, ByParent = true)]
    public static IReadOnlyList<OwnCategoryComplaints> Own(TopComplaintCategories top) => top.Own;
}

/// <inheritdoc cref="GrowingComplaintCategories"/>
[SignedIn]
public sealed class GrowingComplaintCategoriesType : ObjectType<GrowingComplaintCategories>
{
    /// <summary>The categories that grew, the largest rise in complaints first, up to `first`.</summary>
    [ListSize(ComplaintGrowth.MostCategories, ByParent = true)]
    public static IReadOnlyList<OwnCategoryComplaints> Categories(GrowingComplaintCategories growing) =>
        growing.Categories;
}

/// <inheritdoc cref="CommonCategoryComplaints"/>
[SignedIn]
public sealed class CommonCategoryComplaintsType : ObjectType<CommonCategoryComplaints>;

/// <inheritdoc cref="OwnCategoryComplaints"/>
[SignedIn]
public sealed class OwnCategoryComplaintsType() : ObjectType<OwnCategoryComplaints>(c => c.AgencyId, c => c.CategoryId)
{
    /// <summary>The agency that received the complaints.</summary>
    public static IDataLoaderResult<Agency> Agency(OwnCategoryComplaints own, ById<Agency> agencies) =>
        agencies.Load(own.AgencyId);

    /// <summary>The agency's own category.</summary>
    public static IDataLoaderResult<ComplaintCategory> Category(
        OwnCategoryComplaints own,
        ById<ComplaintCategory> categories
    ) => categories.Load(own.CategoryId);

    /// <summary>
    /// What is being done: the systemic problems behind these complaints that are not yet VERIFIED as solved, with
    /// their `changes`.
    /// </summary>
    public static IDataLoaderResult<Connection<SystemicProblem>> OpenProblems(
        OwnCategoryComplaints own,
        Page<SystemicProblem> page
    ) =>
        page.Where("is open and has a category", p => p.Status != ProblemStatus.Verified && p.CategoryId != null)
            .Of(own.CategoryId, p => p.CategoryId!.Value);
}
