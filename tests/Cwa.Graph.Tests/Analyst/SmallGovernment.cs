using Cwa.Model;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>A government of five agencies on 10 April 1998, small enough to answer for by hand.</summary>
/// <remarks>
/// <para>DEPT designated a liaison on 10 March who speaks for its component BUR too; LATE did on 20 March; ALONE never
/// did, nor did ASKED, which is requested. DEPT reported on March and April in time, LATE on March in time and on April
/// two days late; the others sent nothing.</para>
/// <para>DEPT's customers: 600 live in California and 100 work there, 300 and 700 in Texas. It held one town hall, in
/// California, with 40 people.</para>
/// <para>Complaints about delays at DEPT: in January 80 received, all resolved, closing at 10; in February 100 and 100,
/// opening at 10; in March 150 and 140, opening at 12 though February closed at 10. A problem behind them was found on
/// 2 February, and changed on 1 March. Complaints about errors: 50 in February, 40 in March.</para>
/// <para>DEPT published a hard report and ALONE an easy one. DEPT found two things on 7 April and acted on one, the
/// next day.</para>
/// </remarks>
internal static class SmallGovernment
{
    public const string Day = "1998-04-10";

    private static readonly ReportMonth March = new(1998, 3),
        April = new(1998, 4);

    public static async Task<CwaServer> OnAsync(string provider)
    {
        var database = Shared.For(await TestDatabase.CreateAsync(provider));
        await using (var db = await database.Contexts.CreateDbContextAsync())
        {
            var dept = AgencyOf("DEPT", AgencyKind.ExecutiveDepartment);
            var bur = AgencyOf("BUR", AgencyKind.Bureau, dept);
            var late = AgencyOf("LATE", AgencyKind.ExecutiveDepartment);
            var alone = AgencyOf("ALONE", AgencyKind.ExecutiveDepartment);
            var asked = AgencyOf("ASKED", AgencyKind.IndependentAgency, directive: DirectiveStanding.Requested);
            db.AddRange(dept, bur, late, alone, asked);
            db.AddRange(LiaisonOf(dept, Coverage.SelfAndComponents, 10), LiaisonOf(late, Coverage.Self, 20));

            var april = Report(dept, April, "1998-03-30", isNil: false);
            db.AddRange(
                Report(dept, March, "1998-03-16"),
                april,
                Report(late, March, "1998-03-16"),
                Report(late, April, "1998-04-02")
            );
            var townHall = TownHall(april);
            db.Add(townHall);
            db.AddRange(
                new ServiceArea(dept.Id, StateCode.CA, 600, 100),
                new ServiceArea(dept.Id, StateCode.TX, 300, 700)
            );

            AddComplaints(db, dept);
            AddResults(
                db,
                dept,
                "The expeditious administration of documentation necessitated considerable organizational coordination."
            );
            AddResults(db, alone, "We answer the phone fast. You wait one day.");

            var heard = new Finding(
                dept.Id,
                FindingAbout.WantedServices,
                "Open on Saturdays.",
                new(1998, 4, 7),
                townHall.Id,
                null
            );
            db.AddRange(
                heard,
                new Finding(dept.Id, FindingAbout.Satisfaction, "The line is long.", new(1998, 4, 7), townHall.Id, null)
            );
            db.Add(new FindingAction(heard.Id, "We open on Saturdays.", new(1998, 4, 8)));
            await db.SaveChangesAsync();
        }

        return CwaServer.OnDay(database, Day);
    }

    private static Agency AgencyOf(
        string abbreviation,
        AgencyKind kind,
        Agency? parent = null,
        DirectiveStanding directive = DirectiveStanding.Directed
    ) => new(abbreviation, $"Agency {abbreviation}", kind, parent, directive, "As this government has it");

    private static Liaison LiaisonOf(Agency agency, Coverage coverage, int designatedOn) =>
        new(
            agency.Id,
            $"Pat of {agency.Abbreviation}",
            null,
            null,
            "202-555-0100",
            null,
            coverage,
            new(1998, 3, designatedOn),
            At($"1998-03-{designatedOn}")
        );

    private static MonthlyReport Report(Agency agency, ReportMonth month, string sentOn, bool isNil = true)
    {
        var report = new MonthlyReport(agency.Id, month);
        report.Write(isNil ? 0 : 1, isNil);
        report.Submit(1, At(sentOn), "pat");
        report.Accept(At(sentOn), "npr");
        return report;
    }

    private static Event TownHall(MonthlyReport report)
    {
        var facts = new EventFacts(
            "Town hall",
            "We ask what to do better.",
            new(1998, 4, 7),
            new(1998, 4, 7),
            Medium.FaceToFace,
            EventFormat.TownHall,
            Setting.Informal,
            Access.OpenToPublic,
            TopicScope.OpenTopic,
            ["en"],
            PlaceKind.Place,
            StateCode.CA,
            "Fresno",
            50
        );
        var held = new Event(report, facts, []);
        held.Confirm(new(1998, 4, 8), 40, CountMethod.Counted, At("1998-04-08"), "pat");
        return held;
    }

    private static void AddComplaints(CwaDbContext db, Agency agency)
    {
        var (delays, errors) = (
            new ComplaintCategory(agency.Id, "Delays", TopCategory.Timeliness),
            new ComplaintCategory(agency.Id, "Errors", TopCategory.Accuracy)
        );
        var problem = new SystemicProblem(
            agency.Id,
            delays,
            "Forms lie in two offices",
            "Each waits for the other.",
            new(1998, 2, 2)
        );
        problem.Assign("Office of Forms");
        problem.PlanFix();
        problem.Change(new(1998, 3, 1), "One office does it all.", "days", 30);
        db.AddRange(delays, errors, problem);
        db.AddRange(
            agency.In("1998-01", 10, 80, 80, category: delays),
            agency.In("1998-02", 10, 100, 100, category: delays),
            agency.In("1998-03", 12, 150, 140, category: delays),
            agency.In("1998-02", 0, 50, 50, category: errors),
            agency.In("1998-03", 0, 40, 40, category: errors)
        );
    }

    private static void AddResults(CwaDbContext db, Agency agency, string text)
    {
        var standard = new ServiceStandard(
            agency.Id,
            "We answer in a day.",
            "Days to an answer",
            "days",
            1,
            TargetDirection.AtMost,
            CustomerGroup.Business,
            new(1998, 1, 1)
        );
        var report = new AnnualReport(agency.Id, 1997, YearBasis.Calendar, $"Results of {agency.Abbreviation}");
        report.SetStatements([new(standard.Id, text)]);
        report.Submit();
        report.Clear();
        report.Publish(new(1998, 4, 1));
        db.AddRange(standard, report);
    }

    private static DateTime At(string day) => Washington.At(DateOnly.ParseExact(day, "yyyy-MM-dd"), new(12, 0));
}

/// <summary>Servers over a <see cref="SmallGovernment"/>, for tests that only read.</summary>
public sealed class SmallGovernments : LentServers
{
    protected override Task<CwaServer> StartAsync(string provider) => SmallGovernment.OnAsync(provider);
}
