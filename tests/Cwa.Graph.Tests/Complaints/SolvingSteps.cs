using System.Globalization;
using Cwa.Model;

namespace Cwa.Graph.Tests;

/// <summary>Problems with the days of their steps, as the records and the audit trail have them.</summary>
internal static class SolvingSteps
{
    /// <summary>A problem that was found on a day of 1998, written 05-01.</summary>
    public static SystemicProblem Found(
        this Agency agency,
        string title,
        string on,
        ComplaintCategory? category = null
    ) => new(agency.Id, category, title, "Made up.", Day(on));

    public static SystemicProblem Assigned(this SystemicProblem problem)
    {
        problem.Assign("Mail room");
        return problem;
    }

    public static SystemicProblem Planned(this SystemicProblem problem)
    {
        problem.PlanFix();
        return problem;
    }

    public static SystemicProblem Changed(this SystemicProblem problem, string on)
    {
        problem.Change(Day(on), "Three people sign.", "days", 20);
        return problem;
    }

    public static SystemicProblem Measured(this SystemicProblem problem, string on, bool helped = true)
    {
        if (helped)
            problem.Verify(problem.Changes[^1], 5, Day(on));
        else
            problem.FindNotEffective(problem.Changes[^1], 20, Day(on));
        return problem;
    }

    /// <summary>What the audit trail says since a day: the status that the problem had then.</summary>
    public static AuditEntry Since(this SystemicProblem problem, string day, string status) =>
        new(
            "test",
            "pat",
            nameof(SystemicProblem),
            problem.Id,
            problem.AgencyId,
            after: $$"""{"title":"{{problem.Title}}","status":"{{status}}"}""",
            recordedAt: Washington.At(Day(day), new(23, 30))
        );

    private static DateOnly Day(string monthAndDay) =>
        DateOnly.Parse($"1998-{monthAndDay}", CultureInfo.InvariantCulture);
}
