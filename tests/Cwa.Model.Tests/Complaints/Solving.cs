namespace Cwa.Model.Tests;

/// <summary>Systemic problems that have come some way.</summary>
internal static class Solving
{
    public static readonly DateOnly Changed = new(1998, 6, 1);

    /// <summary>A problem of a new agency, found on 1 May 1998, in a status.</summary>
    public static async Task<(Agency Agency, SystemicProblem Problem)> ProblemAsync(
        this Desk desk,
        ProblemStatus status,
        DateOnly? foundOn = null
    )
    {
        var agency = await desk.AgencyAsync();
        var problem = new SystemicProblem(agency.Id, null, "Notices", "Nobody reads them.", foundOn ?? new(1998, 5, 1));
        Bring(problem, status);
        await desk.SaveAsync(problem);
        return (agency, problem);
    }

    private static void Bring(SystemicProblem problem, ProblemStatus status)
    {
        if (status == ProblemStatus.Identified)
            return;

        problem.Assign("Task group");
        if (status == ProblemStatus.Assigned)
            return;

        problem.PlanFix();
        if (status == ProblemStatus.FixPlanned)
            return;

        var change = problem.Change(Changed, "Notices say whom to call.", "calls a week", before: 900);
        if (status == ProblemStatus.Verified)
            problem.Verify(change, after: 300, Changed);
        if (status == ProblemStatus.NotEffective)
            problem.FindNotEffective(change, after: 900, Changed);
    }
}
