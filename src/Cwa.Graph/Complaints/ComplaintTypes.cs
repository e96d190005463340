using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>How an agency addresses complaints. Everyone may read it.</summary>
public sealed class ComplaintProcessType() : NodeType<ComplaintProcess>(p => p.AgencyId)
{
    /// <summary>The agency whose process it is.</summary>
    public static IDataLoaderResult<Agency> Agency(ComplaintProcess process, ById<Agency> agencies) =>
        agencies.Load(process.AgencyId);
}

/// <summary>A category of complaint that an agency distinguishes.</summary>
[SignedIn]
public sealed class ComplaintCategoryType() : NodeType<ComplaintCategory>(c => c.AgencyId, c => c.NameSearch)
{
    /// <summary>The agency that uses the category.</summary>
    public static IDataLoaderResult<Agency> Agency(ComplaintCategory category, ById<Agency> agencies) =>
        agencies.Load(category.AgencyId);

    /// <summary>Problems found behind such complaints, and what was done about them (action 4).</summary>
    public static IDataLoaderResult<Connection<SystemicProblem>> SystemicProblems(
        ComplaintCategory category,
        Page<SystemicProblem> page
    ) => page.Where("has a category", p => p.CategoryId != null).Of(category.Id, p => p.CategoryId!.Value);
}

/// <summary>The complaints of one month, quarter or year.</summary>
[SignedIn]
public sealed class ComplaintMetricType() : NodeType<ComplaintMetric>(m => m.AgencyId, m => m.CategoryId)
{
    /// <summary>The agency that reports the figures.</summary>
    public static IDataLoaderResult<Agency> Agency(ComplaintMetric metric, ById<Agency> agencies) =>
        agencies.Load(metric.AgencyId);

    /// <summary>The category; null if the figures cover all categories together.</summary>
    public static IDataLoaderResult<ComplaintCategory?>? Category(
        ComplaintMetric metric,
        ById<ComplaintCategory> categories
    ) => categories.Find(metric.CategoryId);
}

/// <summary>A problem found behind individual complaints.</summary>
[SignedIn]
public sealed class SystemicProblemType() : NodeType<SystemicProblem>(p => p.AgencyId, p => p.CategoryId)
{
    /// <summary>The agency that found it.</summary>
    public static IDataLoaderResult<Agency> Agency(SystemicProblem problem, ById<Agency> agencies) =>
        agencies.Load(problem.AgencyId);

    /// <summary>The category of the complaints that it is behind; null if there are several.</summary>
    public static IDataLoaderResult<ComplaintCategory?>? Category(
        SystemicProblem problem,
        ById<ComplaintCategory> categories
    ) => categories.Find(problem.CategoryId);

    /// <summary>The process changes made because of it.</summary>
    public static IDataLoaderResult<Connection<ProcessChange>> Changes(
        SystemicProblem problem,
        Page<ProcessChange> page
    ) => page.Of(problem.Id, c => c.ProblemId);

    /// <summary>
    /// On which days the problem took its steps, how many days lie between them, and by when the next step is due:
    /// somebody is to be responsible 30 days after the finding, a change decided after 90 and made after 180, and its
    /// effect measured 150 days after the change. If a change did not help, the days begin anew with the measurement.
    /// </summary>
    public static IDataLoaderResult<ProblemSteps> Steps(SystemicProblem problem, StepsByProblem steps) =>
        steps.Load(problem.Id);

    /// <summary>
    /// The complaints of the problem's category that came back after it was VERIFIED; null if they did not, if too
    /// little is known, or if the problem has no category. They came back if in each of the last three months, of which
    /// two need figures, at least half of what the change had won was lost, and a quarter more came than while it
    /// helped; in all at least ten more, and more than chance explains. They are watched for 24 months.
    /// </summary>
    public static IDataLoaderResult<ReturnedComplaints?> ComplaintsReturned(
        SystemicProblem problem,
        ReturnByProblem returns
    ) => returns.Load(problem.Id);
}

/// <inheritdoc cref="ProblemSteps"/>
[SignedIn]
public sealed class ProblemStepsType() : ObjectType<ProblemSteps>(s => s.Status, s => s.WasAssigned, s => s.WasPlanned);

/// <inheritdoc cref="ReturnedComplaints"/>
[SignedIn]
public sealed class ReturnedComplaintsType : ObjectType<ReturnedComplaints>;

/// <summary>A process change that is to solve a systemic problem.</summary>
[SignedIn]
public sealed class ProcessChangeType() : NodeType<ProcessChange>(c => c.ProblemId)
{
    /// <summary>The problem that it is to solve.</summary>
    public static IDataLoaderResult<SystemicProblem?>? Problem(ProcessChange change, ById<SystemicProblem> problems) =>
        problems.Find(change.ProblemId);

    /// <summary>
    /// Complaints of the problem's category in the full months before and after the change took effect, equally many on
    /// either side. The month in which it took effect is in neither, unless it did so on the first day: then that month
    /// is the first after the change. Null if the problem has no category.
    /// </summary>
    /// <param name="months">How many months on either side, 1 to 24.</param>
    [Reads(nameof(ProcessChange.ProblemId), nameof(ProcessChange.EffectiveOn))]
    public static IDataLoaderResult<ProcessChangeEffect?>? Effect(
        ProcessChange change,
        EffectByProcessChange effects,
        int months = 3
    ) => EffectKey.Of(change, months) is { } key ? effects.Load(key) : null;
}
