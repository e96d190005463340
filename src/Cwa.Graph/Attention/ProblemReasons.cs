using System.Globalization;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>The reasons for a call that concern systemic problems.</summary>
internal static class ProblemReasons
{
    private const int LateWeight = 1,
        ReturnedWeight = 2,
        MostInWords = 5;

    public static IEnumerable<AttentionReason> PastTarget(Agency agency, SignsOfProblems signs)
    {
        List<LateProblem> late = [.. signs.Late[agency.Id]];
        if (late is [])
            yield break;

        yield return new()
        {
            Kind = AttentionKind.ProblemPastTarget,
            Since = late[0].DueOn.Plus(1),
            Weight = late.Count * LateWeight,
            ProblemIds = Ids(late.Select(p => p.Problem)),
            Text =
                (late.Count == 1 ? "The next step of a problem is late: " : $"{late.Count} problems are late: ")
                + Named(late.Select(Words), late.Count),
        };

        static string Words(LateProblem late)
        {
            var (title, dueOn) = ($"“{late.Problem.Title}”", late.DueOn.InWords());
            return late.Status switch
            {
                ProblemStatus.Identified => $"{title} was to be assigned by {dueOn}",
                ProblemStatus.NotEffective => $"{title} was to be assigned again by {dueOn}",
                ProblemStatus.Assigned => $"a change for {title} was to be planned by {dueOn}",
                ProblemStatus.FixPlanned => $"the process behind {title} was to be changed by {dueOn}",
                _ => $"the effect of the change for {title} was to be measured by {dueOn}",
            };
        }
    }

    public static IEnumerable<AttentionReason> Returned(Agency agency, SignsOfProblems signs)
    {
        List<ReturnedProblem> returned = [.. signs.Returned[agency.Id]];
        if (returned is [])
            yield break;

        var (from, to) = (returned[0].Complaints.From, returned.Max(p => p.Complaints.To));
        yield return new()
        {
            Kind = AttentionKind.ComplaintsReturned,
            Since = from.FirstDay,
            Months = [.. from.Through(to)],
            Weight = returned.Count * ReturnedWeight,
            ProblemIds = Ids(returned.Select(p => p.Problem)),
            Text =
                "Complaints came back after they were verified as solved: "
                + Named(returned.Select(Words), returned.Count),
        };

        static string Words(ReturnedProblem returned) =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"“{returned.Problem.Title}” has {returned.Complaints.PerMonthSince:#,0.#} a month instead of "
                    + $"{returned.Complaints.PerMonthSolved:#,0.#} while the change helped"
            );
    }

    private static string Named(IEnumerable<string> said, int count) =>
        string.Join("; ", said.Take(MostInWords)) + (count > MostInWords ? $"; and {count - MostInWords} more." : ".");

    private static IReadOnlyList<Guid> Ids(IEnumerable<ProblemFacts> problems) =>
        [.. problems.Take(AttentionReason.MostProblems).Select(p => p.Id)];
}
