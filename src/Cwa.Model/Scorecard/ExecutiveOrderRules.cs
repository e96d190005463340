namespace Cwa.Model;

/// <summary>What shows that an agency carries out one of the eight actions of Executive Order 12862.</summary>
public sealed class ExecutiveOrderRule
{
    internal ExecutiveOrderRule(
        string key,
        string rule,
        Func<JudgedAgency, (string Seen, IEnumerable<Evidence> Evidence)> look,
        string notSeen
    )
    {
        Action = Authorities.All[0].Actions.Single(action => action.Key == key);
        (Rule, Look, NotSeen) = (rule, look, notSeen);
    }

    /// <summary>The action.</summary>
    public AuthorityAction Action { get; }

    /// <summary>What shows it, in plain words.</summary>
    public string Rule { get; }

    internal Func<JudgedAgency, (string Seen, IEnumerable<Evidence> Evidence)> Look { get; }

    internal string NotSeen { get; }
}

/// <summary>What shows each of the eight actions of Executive Order 12862 (action 6 of the memorandum).</summary>
public static class ExecutiveOrderRules
{
    /// <summary>EO-a … EO-h.</summary>
    public static IReadOnlyList<ExecutiveOrderRule> All { get; } =
    [
        new(
            "EO-a",
            "The agency has declared how many customers it serves, or where they live and work.",
            agency =>
                agency.Customers is { } declared
                    ? (
                        $"It has declared {Words.Count(declared.Customers, "customer")}.",
                        [Evidence.Of<CustomerBase>(declared.Id)]
                    )
                : agency.Areas.ToList() is { Count: > 0 } areas
                    ? (
                        $"It has declared its customers in {Words.Count(areas.Count, "area")}.",
                        areas.OrderByDescending(a => a.Living).Select(a => Evidence.Of<ServiceArea>(a.Id))
                    )
                : ("", []),
            "It has not declared who its customers are."
        ),
        new(
            "EO-b",
            "A survey of customers ended in the year.",
            agency =>
                (
                    "It surveyed its customers.",
                    agency.Done(RecordKind.CustomerSurvey).Select(s => Evidence.Of<Survey>(s.Id))
                ),
            "No survey of customers ended in the year."
        ),
        new(
            "EO-c",
            "A service standard is in force that was measured in the year.",
            agency =>
                (
                    "It has service standards and measures them.",
                    agency.Standards.Where(s => s.IsMeasured).Select(s => Evidence.Of<ServiceStandard>(s.Id))
                ),
            "No service standard in force was measured in the year."
        ),
        new(
            "EO-d",
            "A benchmark study was finished in the year.",
            agency =>
                (
                    "It compared itself with the best in business.",
                    agency.Done(RecordKind.BenchmarkStudy).Select(s => Evidence.Of<BenchmarkStudy>(s.Id))
                ),
            "No benchmark study was finished in the year."
        ),
        new(
            "EO-e",
            "A survey of employees ended in the year.",
            agency =>
                (
                    "It surveyed its employees.",
                    agency.Done(RecordKind.EmployeeSurvey).Select(s => Evidence.Of<Survey>(s.Id))
                ),
            "No survey of employees ended in the year."
        ),
        new(
            "EO-f",
            "The agency has declared two means of delivery, or two sources, of one service that hold on the day.",
            DeliveryRules.Choices,
            "No service is declared of which customers can choose the means of delivery or the source."
        ),
        new(
            "EO-g",
            "Customers reach the complaint process through at least two channels.",
            agency =>
                agency.Processes is [.., { Channels: > 1 } current]
                    ? (
                        $"Complaints can come through {current.Channels} channels.",
                        [Evidence.Of<ComplaintProcess>(current.Id)]
                    )
                    : ("", []),
            "There is no complaint process with two channels or more."
        ),
        new(
            "EO-h",
            "A process to address complaints is in place.",
            agency =>
                (
                    "It has a process to address complaints.",
                    agency.Processes.Reverse().Take(1).Select(p => Evidence.Of<ComplaintProcess>(p.Id))
                ),
            "No process to address complaints is in place."
        ),
    ];
}
