namespace Cwa.Model.Tests;

/// <summary>EO-f: choices in both the sources of service and the means of delivery.</summary>
public sealed class DeliveryRulesTests
{
    private const string None =
        "No service is declared of which customers can choose the means of delivery or the source.";

    private readonly Case _case = new();
    private readonly Agency _agency;

    public DeliveryRulesTests() => _agency = _case.Has();

    [Fact]
    public void Media_of_conversations_are_no_choices_of_delivery()
    {
        _case.Holds(_agency, "1998-04-14", medium: Medium.Written);
        _case.Holds(_agency, "1998-04-15", medium: Medium.Telephone);

        AssertSeen(None, "1998-06-30");
    }

    [Fact]
    public void Two_means_of_one_service_are_a_choice_and_one_of_each_of_two_services_is_none()
    {
        var mail = Offers("Permits", Channel.Mail);
        Offers("Maps", Channel.Web);
        AssertSeen(None, "1998-06-30");

        var web = Offers("PERMITS", Channel.Web);

        AssertSeen(
            "Customers can choose the means of delivery of 1 service, but of none the source.",
            "1998-06-30",
            mail,
            web
        );
    }

    [Fact]
    public void The_agency_and_another_source_of_one_service_are_a_choice()
    {
        var own = Offers("Permits", Channel.Mail);
        var banks = Offers("Permits", Channel.Mail, "Banks");

        AssertSeen(
            "Customers can choose the source of 1 service, but of none the means of delivery.",
            "1998-06-30",
            own,
            banks
        );
    }

    [Fact]
    public void Both_choices_are_told_and_each_offer_is_named_once()
    {
        var own = Offers("Permits", Channel.Mail);
        var banks = Offers("Permits", Channel.InPerson, "Banks");
        var (mail, web) = (Offers("Maps", Channel.Mail), Offers("Maps", Channel.Web));

        AssertSeen(
            "Customers can choose the means of delivery of 2 services and the source of 1 service.",
            "1998-06-30",
            own,
            banks,
            mail,
            web
        );
    }

    [Fact]
    public void A_choice_holds_from_its_first_day_to_its_last()
    {
        Offers("Permits", Channel.Mail);
        Offers("Permits", Channel.Web, from: "1998-05-01", until: "1998-06-30");

        Assert.Equal(
            [false, true, true, false],
            new[] { "1998-04-30", "1998-05-01", "1998-06-30", "1998-07-01" }.Select(day => Cell(day).Seen)
        );
    }

    [Fact]
    public void Choices_of_another_agency_do_not_count()
    {
        Offers("Permits", Channel.Mail);
        _case.Deliveries.Add(
            new(_case.Has("VA").Id, Guid.CreateVersion7(), "Permits", Channel.Web, null, new(1998, 3, 3))
        );

        Assert.False(Cell("1998-06-30").Seen);
    }

    private Guid Offers(
        string service,
        Channel means,
        string? provider = null,
        string from = "1998-03-03",
        string? until = null
    )
    {
        var id = Guid.CreateVersion7();
        _case.Deliveries.Add(
            new(_agency.Id, id, service, means, provider, Case.Day(from), until is null ? null : Case.Day(until))
        );
        return id;
    }

    private void AssertSeen(string reason, string day, params Guid[] offers)
    {
        var cell = Cell(day);

        Assert.Equal((reason, offers.Length > 0, offers.Length), (cell.Reason, cell.Seen, cell.EvidenceCount));
        Assert.Equal(
            offers.Select(id => Evidence.Of<DeliveryChoice>(id)).OrderBy(e => e.Id),
            cell.Evidence.OrderBy(e => e.Id)
        );
    }

    private ExecutiveOrderCell Cell(string day) =>
        _case
            .On(day)
            .Agencies.Single(a => a.Agency == _agency)
            .ExecutiveOrderActions.Single(a => a.Action.Key == "EO-f");
}
