using Cwa.Model;

namespace Cwa.Graph.Tests.Conditions;

/// <summary>
/// A small random government: ties, missing values, and names that differ in case, accents and characters special to
/// SQL.
/// </summary>
internal sealed partial class RandomGovernment(int seed) : RandomRecords(seed)
{
    /// <summary>The agencies, parents before components.</summary>
    public List<Agency> Agencies { get; } = [];

    /// <summary>All records, each before those that refer to it.</summary>
    public IReadOnlyList<object> Records()
    {
        for (var i = 0; i < 9; i++)
        {
            var parent =
                Agencies.Where(a => a.Depth < 3).ToList() is { Count: > 2 } above && i > 3 ? Among(above) : null;
            Agencies.Add(
                Add(
                    new Agency(
                        (i % 2 == 0 ? "A" : "a") + i,
                        Name(),
                        AnyOf<AgencyKind>(),
                        parent,
                        AnyOf<DirectiveStanding>(),
                        "As it is",
                        highImpact: Coin,
                        activeTo: Coin ? Day(200) : null
                    )
                )
            );
        }

        foreach (var agency in Agencies)
            OfAgency(agency);
        for (var month = 3; month < 7; month++)
            Add(new DueDay(new(1998, month), Day(20)));
        for (var i = 0; i < 12; i++)
        {
            var at = new DateTime(1998, 4, 1, 12, i, 0, DateTimeKind.Utc);
            Add(new FeedEntry(i + 1, AnyOf<FeedKind>(), Maybe(Among(Agencies).Id), Guid.NewGuid(), recordedAt: at));
        }

        return Made;
    }

    private void OfAgency(Agency agency)
    {
        AddThemes(agency);
        var categories = Names
            .DistinctBy(SearchText.Normalize)
            .Take(Random.Next(4))
            .Select(name => Add(new ComplaintCategory(agency.Id, name, AnyOf<TopCategory>())))
            .ToList();
        if (Coin)
        {
            var liaison = Add(
                new Liaison(
                    agency.Id,
                    Name(),
                    null,
                    null,
                    "202-555-0100",
                    null,
                    AnyOf<Coverage>(),
                    Day(),
                    Coin ? Instant : null
                )
            );
            if (Coin)
                liaison.End(liaison.DesignatedOn.AddDays(Random.Next(20)));
        }

        for (var month = 1; month < 4; month++)
            AddFigures(agency, new(1998, month), Maybe(categories));
        for (var i = Random.Next(3); i > 0; i--)
            AddProblem(agency, Maybe(categories));
        var process = Add(
            new ComplaintProcess(agency.Id, "Write to us.", [Channel.Mail], "Office", Random.Next(1, 5), Day())
        );
        if (Coin)
            process.Replace(process.InPlaceOn.AddDays(3));
        foreach (var state in new[] { StateCode.CA, StateCode.TX, StateCode.AK }.Take(Random.Next(4)))
            Add(new ServiceArea(agency.Id, state, Random.Next(3), Random.Next(3) * 5_000_000_000));
        if (Coin)
            Add(new CustomerBase(agency.Id, Random.Next(1, 3) * 5_000_000_000, Day(), "A count"));
        foreach (var means in new[] { Channel.Mail, Channel.Web }.Take(Random.Next(3)))
            Add(new DeliveryChoice(agency.Id, Name(), means, Day(), provider: Coin ? Name() : null));
        var program = Add(new Cwa.Model.Program(agency.Id, Name(), "To serve.", Day()));
        if (Coin)
            program.End(program.StartsOn.AddDays(30));
        AddResults(agency);
        for (var i = Random.Next(3); i > 0; i--)
            AddReport(agency, new(1998, 3 + i));
    }

    private void AddFigures(Agency agency, ReportMonth month, ComplaintCategory? category)
    {
        long? received = Coin ? Random.Next(3) : null;
        double? days = Coin ? Random.Next(3) / 2.0 : null;
        Add(
            new ComplaintMetric(
                agency.Id,
                month,
                category,
                Coin ? AnyOf<Channel>() : null,
                new()
                {
                    PendingStart = 5,
                    Received = received,
                    Resolved = 2,
                    PendingEnd = received + 3,
                    CountsMissing = MissingReason.NotCollected,
                    MedianDays = days,
                    MedianDaysMissing = days is null ? AnyOf<MissingReason>() : null,
                }
            )
        );
    }

    private void AddProblem(Agency agency, ComplaintCategory? category)
    {
        var problem = Add(new SystemicProblem(agency.Id, category, "Forms", "They lie in two offices.", Day()));
        if (Coin)
            return;

        problem.Assign("Office");
        problem.PlanFix();
        var change = problem.Change(Day(), "One office does it.", "days", 3);
        if (Coin)
            problem.Verify(change, 2, change.EffectiveOn.AddDays(Random.Next(5)));
    }

    private void AddResults(Agency agency)
    {
        var standard = Add(
            new ServiceStandard(
                agency.Id,
                "We answer in a day.",
                "Days",
                "days",
                2,
                TargetDirection.AtMost,
                AnyOf<CustomerGroup>(),
                Day(-60)
            )
        );
        if (Coin)
            standard.Withdraw(standard.EffectiveFrom.AddDays(9));
        for (var month = 1; month < 4; month++)
        {
            double? value = Coin ? month : null;
            var missing = value is null ? MissingReason.NotCollected : (MissingReason?)null;
            Add(new Measurement(standard, new(1998, month), new(1998, month), value, missing));
        }

        Add(new Analysis(agency.Id, new(1998, 1), new(1998, 2), [TopCategory.Access], "Nothing.", Day()));
        Add(new BenchmarkStudy(agency.Id, "Waiting", "A bank", 1, 2, "minutes", Day()));
        var survey = Add(
            new Survey(
                agency.Id,
                AnyOf<SurveyKind>(),
                "Asked",
                Day(),
                Day(90),
                new() { CountsMissing = MissingReason.NotCollected }
            )
        );
        AddFindings(agency, null, survey);
        var plan = Add(new PlanReference(agency.Id, AnyOf<PlanLaw>(), "A plan", Random.Next(1997, 2000), "Chapter 1"));
        var report = Add(new AnnualReport(agency.Id, Random.Next(1996, 1998), AnyOf<YearBasis>(), "Results"));
        string[] texts = ["We answer fast. You wait one day.", "Considerable coordination was necessitated.", "…"];
        report.SetStatements([new(standard.Id, Among(texts))]);
        Add(PlanCitation.By(report, plan));
        if (Coin)
            return;

        report.Submit();
        report.Clear();
        report.Publish(Day());
    }

    private void AddReport(Agency agency, ReportMonth month)
    {
        var report = Add(new MonthlyReport(agency.Id, month));
        report.Write(2, nil: false);
        if (Random.Next(4) == 0)
        {
            Add(new DraftEvent(report, 0, Facts(month), []));
            return;
        }

        report.Submit(1, Instant, "pat");
        for (var i = 0; i < 2; i++)
        {
            var others = Agencies.Where(a => a != agency && Random.Next(6) == 0).Select(a => a.Id).ToList();
            var facts = Facts(month);
            var @event = Add(new Event(report, facts, others));
            Add(new EventRevision(@event.Id, report, i, facts, others));
            AddFindings(agency, @event, null);
            switch (Random.Next(4))
            {
                case 0:
                    Add(@event.Confirm(@event.StartsOn, null, null, Instant, "pat"));
                    break;
                case 1:
                    Add(@event.Cancel("Rain.", Instant, "pat"));
                    break;
                case 2:
                    Add(@event.Postpone("Rain.", Day(60), Day(90), Instant, "pat"));
                    break;
            }
        }

        if (Coin)
            report.Accept(Instant, "npr");
    }
}
