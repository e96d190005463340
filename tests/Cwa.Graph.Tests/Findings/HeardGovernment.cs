using Cwa.Model;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>What two departments heard in May 1998, little enough to add up by hand.</summary>
/// <remarks>
/// <para>BUR, a bureau of DEPT, and OTHER held a town hall in Texas together; OTHER held one in California. BUR asked
/// in a survey, OTHER has a program.</para>
/// <para>In Texas, BUR heard of waiting from 30 veterans and from 20 beneficiaries, and of courtesy from 30 veterans;
/// OTHER heard of waiting from 25 veterans. BUR acted for the veterans who wait, and it helped; OTHER acted, and knows
/// no outcome. In California, OTHER heard of waiting from nobody knows how many and whom, and of something without a theme
/// from 7. In the survey 100 beneficiaries asked for plain language; BUR acted twice, and knows no outcome. In the
/// program 5 veterans spoke of courtesy; what was done about it was withdrawn.</para>
/// <para>BUR calls waiting "Counter", and OTHER calls it "Phone", a name that it gave up in July. BUR has another theme
/// under it, "Parking", of which nobody spoke.</para>
/// <para>Employees spoke, too, which is no customer's word: in California 1,000 have an idea about waiting, on which
/// OTHER acted, and it helped; in Texas 60 told BUR what makes people wait, and 40 what paperwork is in the way.</para>
/// <para>What counts for nothing here: a withdrawn finding about waiting of 500, and one of June.</para>
/// </remarks>
internal static class HeardGovernment
{
    private static readonly DateOnly Day = new(1998, 5, 20);

    public static async Task<CwaServer> OnAsync(string provider)
    {
        var database = Shared.For(await TestDatabase.CreateAsync(provider));
        await using (var db = await database.Contexts.CreateDbContextAsync())
        {
            var dept = AgencyOf("DEPT", AgencyKind.ExecutiveDepartment);
            var bur = AgencyOf("BUR", AgencyKind.Bureau, dept);
            var other = AgencyOf("OTHER", AgencyKind.ExecutiveDepartment);
            db.AddRange(dept, bur, other);

            var (ofBur, ofOther) = (Report(bur), Report(other));
            var (texas, california) = (TownHall(ofBur, StateCode.TX, [other.Id]), TownHall(ofOther, StateCode.CA, []));
            var survey = SurveyOf(bur);
            var program = new Cwa.Model.Program(other.Id, "Open Door", "Anybody sees a manager.", new(1998, 3, 16));
            db.AddRange(ofBur, ofOther, texas, california, survey, program);

            var counter = new AgencyTheme(bur.Id, "Counter", FindingTheme.Waiting);
            var phone = new AgencyTheme(other.Id, "Phone", FindingTheme.Waiting);
            phone.Retire(new(1998, 7, 1));
            db.AddRange(counter, phone, new AgencyTheme(bur.Id, "Parking", FindingTheme.Waiting));

            var helped = At(bur, texas, null, CustomerGroup.Veterans, 30, counter);
            var acted = At(other, texas, null, CustomerGroup.Veterans, 25, phone);
            var letters = new Finding(
                bur.Id,
                FindingAbout.WantedServices,
                "Letters say first what to do.",
                Day,
                null,
                survey.Id,
                theme: FindingTheme.PlainLanguage,
                customerGroup: CustomerGroup.Beneficiaries,
                people: 100
            );
            var names = new Finding(
                other.Id,
                FindingAbout.QualityWanted,
                "Say your name.",
                Day,
                null,
                null,
                programId: program.Id,
                theme: FindingTheme.Courtesy,
                customerGroup: CustomerGroup.Veterans,
                people: 5
            );
            db.AddRange(
                helped,
                At(bur, texas, null, CustomerGroup.Beneficiaries, 20, counter),
                acted,
                At(other, california, null, null, null, phone),
                letters,
                names,
                At(bur, texas, FindingTheme.Courtesy, CustomerGroup.Veterans, 30),
                At(other, california, null, null, 7)
            );
            AddActions(db, helped, acted, letters, names);
            AddWordsOfEmployees(db, bur, texas, other, california, phone);
            AddWhatDoesNotCount(db, other, california, phone);
            await db.SaveChangesAsync();
        }

        return CwaServer.OnDay(database, "1998-06-10");
    }

    private static void AddActions(CwaDbContext db, Finding helped, Finding acted, Finding letters, Finding names)
    {
        var opened = Done(helped);
        var nothing = Done(names);
        db.AddRange(opened, Done(acted), Done(letters), Done(letters), nothing);
        Withdraw(db, nothing);
        db.Add(new FindingOutcome(opened.Id, "Lines are shorter.", new(1998, 6, 5)));
    }

    private static void AddWordsOfEmployees(
        CwaDbContext db,
        Agency bur,
        Event texas,
        Agency other,
        Event california,
        AgencyTheme phone
    )
    {
        var idea = new Finding(
            other.Id,
            FindingAbout.EmployeeIdea,
            "Let one person decide.",
            Day,
            california.Id,
            null,
            people: 1000,
            ownTheme: phone
        );
        var decided = Done(idea);
        db.AddRange(
            idea,
            decided,
            new FindingOutcome(decided.Id, "Nobody waits for a signature.", new(1998, 6, 5)),
            Barrier(FindingTheme.Waiting, 60),
            Barrier(FindingTheme.Paperwork, 40)
        );

        Finding Barrier(FindingTheme theme, long people) =>
            new(
                bur.Id,
                FindingAbout.EmployeeBarrier,
                "One case lies in two systems.",
                Day,
                texas.Id,
                null,
                theme: theme,
                people: people
            );
    }

    private static void AddWhatDoesNotCount(CwaDbContext db, Agency agency, Event held, AgencyTheme own)
    {
        var withdrawn = At(agency, held, null, CustomerGroup.Veterans, 500, own);
        db.AddRange(
            withdrawn,
            new Finding(
                agency.Id,
                FindingAbout.Satisfaction,
                "The line is long.",
                new(1998, 6, 1),
                held.Id,
                null,
                people: 50,
                ownTheme: own
            )
        );
        Withdraw(db, withdrawn);
    }

    // As a withdrawal leaves the record.
    private static void Withdraw(CwaDbContext db, CorrectableRecord record)
    {
        db.Entry(record).Property(r => r.RetractedAt).CurrentValue = Washington.At(new(1998, 6, 2), new(12, 0));
        db.Entry(record).Property(r => r.RetractionReason).CurrentValue = "It was another's.";
    }

    private static Finding At(
        Agency agency,
        Event held,
        FindingTheme? theme,
        CustomerGroup? group,
        long? people,
        AgencyTheme? own = null
    ) =>
        new(
            agency.Id,
            FindingAbout.Satisfaction,
            "The line is long.",
            Day,
            held.Id,
            null,
            theme: theme,
            customerGroup: group,
            people: people,
            ownTheme: own
        );

    private static FindingAction Done(Finding finding) => new(finding.Id, "We did it.", Day.AddDays(7));

    private static Agency AgencyOf(string abbreviation, AgencyKind kind, Agency? parent = null) =>
        new(
            abbreviation,
            $"Agency {abbreviation}",
            kind,
            parent,
            DirectiveStanding.Directed,
            "As this government has it"
        );

    private static MonthlyReport Report(Agency agency)
    {
        var sentAt = Washington.At(new(1998, 4, 30), new(12, 0));
        var report = new MonthlyReport(agency.Id, new(1998, 5));
        report.Write(1, false);
        report.Submit(1, sentAt, "pat");
        report.Accept(sentAt, "npr");
        return report;
    }

    private static Event TownHall(MonthlyReport report, StateCode state, IReadOnlyList<Guid> coHosts) =>
        new(
            report,
            new EventFacts(
                "Town hall",
                "We ask what to do better.",
                new(1998, 5, 7),
                new(1998, 5, 7),
                Medium.FaceToFace,
                EventFormat.TownHall,
                Setting.Informal,
                Access.OpenToPublic,
                TopicScope.OpenTopic,
                ["en"],
                PlaceKind.Place,
                state,
                "Midtown",
                50
            ),
            coHosts
        );

    private static Survey SurveyOf(Agency agency) =>
        new(
            agency.Id,
            SurveyKind.Customer,
            "How did we do?",
            new(1998, 4, 1),
            new(1998, 4, 30),
            new() { CountsMissing = MissingReason.NotCollected }
        );
}

/// <summary>Servers over a <see cref="HeardGovernment"/>, for tests that only read.</summary>
public sealed class HeardGovernments : LentServers
{
    protected override Task<CwaServer> StartAsync(string provider) => HeardGovernment.OnAsync(provider);
}
