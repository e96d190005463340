namespace Cwa.Model.Tests;

/// <summary>What shows each of the eight actions of Executive Order 12862, and what does not.</summary>
public sealed class ExecutiveOrderRulesTests
{
    private readonly Case _case = new();

    [Fact]
    public void Customers_are_identified_by_their_number_or_by_areas()
    {
        var (number, areas, none) = (_case.Has("VA"), _case.Has("SSA"), _case.Has("IRS"));
        var declared = _case.Declares(number, "1998-06-30", 1_240);
        _case.Declares(areas, "1998-07-01", 7);
        _case.Serves(number, StateCode.CA, 10, 10);
        var small = _case.Serves(areas, StateCode.CA, 10, 10);
        var large = _case.Serves(areas, StateCode.NY, 20, 10);

        AssertSeen(
            areas,
            "EO-a",
            "It has declared its customers in 2 areas.",
            Evidence.Of<ServiceArea>(large),
            Evidence.Of<ServiceArea>(small)
        );
        AssertSeen(number, "EO-a", "It has declared 1,240 customers.", Evidence.Of<CustomerBase>(declared));
        AssertSeen(none, "EO-a", "It has not declared who its customers are.");
    }

    [Fact]
    public void Surveys_and_studies_are_seen_by_their_kind_the_newest_first()
    {
        var agency = _case.Has();
        var asked = _case.Does(agency, RecordKind.CustomerSurvey, "1998-03-03");
        _case.Does(agency, RecordKind.CustomerSurvey, "1998-03-02");
        var again = _case.Does(agency, RecordKind.CustomerSurvey, "1998-05-02");
        AssertSeen(
            agency,
            "EO-b",
            "It surveyed its customers.",
            Evidence.Of<Survey>(again),
            Evidence.Of<Survey>(asked)
        );
        AssertSeen(agency, "EO-d", "No benchmark study was finished in the year.");
        AssertSeen(agency, "EO-e", "No survey of employees ended in the year.");

        var study = _case.Does(agency, RecordKind.BenchmarkStudy, "1998-05-01");
        var survey = _case.Does(agency, RecordKind.EmployeeSurvey, "1998-05-01");

        AssertSeen(agency, "EO-d", "It compared itself with the best in business.", Evidence.Of<BenchmarkStudy>(study));
        AssertSeen(agency, "EO-e", "It surveyed its employees.", Evidence.Of<Survey>(survey));
    }

    [Fact]
    public void Areas_of_as_many_customers_go_by_their_ids()
    {
        var agency = _case.Has();
        Guid[] areas =
        [
            _case.Serves(agency, StateCode.CA, 10, 10),
            _case.Serves(agency, StateCode.NY, 10, 10),
            _case.Serves(agency, StateCode.TX, 10, 10),
        ];
        _case.Areas.Sort((one, other) => other.Id.CompareTo(one.Id));

        Assert.Equal(areas.Order().Select(Evidence.Of<ServiceArea>), Seen(agency, "EO-a").Evidence);
    }

    [Fact]
    public void A_standard_is_seen_when_it_was_measured()
    {
        var agency = _case.Has();
        _case.Promises(agency, "1995-01-01");
        AssertSeen(agency, "EO-c", "No service standard in force was measured in the year.");

        var measured = _case.Promises(agency, "1998-06-30", measuredTo: "1998-05");

        AssertSeen(
            agency,
            "EO-c",
            "It has service standards and measures them.",
            Evidence.Of<ServiceStandard>(measured)
        );
    }

    [Fact]
    public void Complaints_come_by_the_channels_of_the_newest_process()
    {
        var agency = _case.Has();
        AssertSeen(agency, "EO-g", "There is no complaint process with two channels or more.");
        AssertSeen(agency, "EO-h", "No process to address complaints is in place.");
        _case.PutsInPlace(agency, "1998-05-01", channels: 3);
        var newest = _case.PutsInPlace(agency, "1998-06-01", channels: 1);
        AssertSeen(agency, "EO-g", "There is no complaint process with two channels or more.");
        AssertSeen(agency, "EO-h", "It has a process to address complaints.", Evidence.Of<ComplaintProcess>(newest));

        var better = _case.PutsInPlace(agency, "1998-06-02", channels: 2);

        AssertSeen(agency, "EO-g", "Complaints can come through 2 channels.", Evidence.Of<ComplaintProcess>(better));
    }

    [Fact]
    public void At_most_five_records_are_named_and_all_are_counted()
    {
        var agency = _case.Has();
        foreach (var day in Enumerable.Range(10, 6))
            _case.Does(agency, RecordKind.CustomerSurvey, $"1998-05-{day}");

        var action = Seen(agency, "EO-b");

        Assert.Equal((5, 6), (action.Evidence.Count, action.EvidenceCount));
    }

    private void AssertSeen(Agency agency, string action, string reason, params Evidence[] evidence)
    {
        var seen = Seen(agency, action);

        Assert.Equal((evidence is not [], reason), (seen.Seen, seen.Reason));
        Assert.Equal(evidence, seen.Evidence);
        Assert.Equal(evidence.Length, seen.EvidenceCount);
    }

    private ExecutiveOrderCell Seen(Agency agency, string action) =>
        Assert.Single(
            Assert.Single(_case.On("1998-06-30").Agencies, a => a.Agency == agency).ExecutiveOrderActions,
            a => a.Action.Key == action
        );
}
