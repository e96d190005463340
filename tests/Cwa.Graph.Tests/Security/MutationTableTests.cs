using System.Text.Json;
using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests.Security;

/// <summary>
/// The access table of mutations, cell by cell: every mutation on a record of a bureau, by each kind of caller.
/// </summary>
[Collection(SignedIn.Name)]
public sealed class MutationTableTests(SignedInServer server)
{
    private const string Bureau = "USCS",
        Department = "TREAS",
        Other = "SSA",
        OfDepartment = "USCS, of a record of TREAS";

    /// <summary>Each mutation, the role that it requires, and the type of record that it is about.</summary>
    private static readonly Dictionary<string, (string Role, string Subject)> Table = new()
    {
        ["createProgram"] = (Roles.Submit, nameof(Agency)),
        ["endProgram"] = (Roles.Submit, nameof(Cwa.Model.Program)),
        ["designateLiaison"] = (Roles.Submit, nameof(Agency)),
        ["endLiaisonDesignation"] = (Roles.Submit, nameof(Liaison)),
        ["correctLiaisonDesignation"] = (Roles.Submit, nameof(Liaison)),
        ["withdrawLiaisonDesignation"] = (Roles.Submit, nameof(Liaison)),
        ["saveMonthlyReportDraft"] = (Roles.Submit, nameof(Agency)),
        ["discardMonthlyReportDraft"] = (Roles.Submit, nameof(Agency)),
        ["submitMonthlyReport"] = (Roles.Submit, nameof(Agency)),
        ["submitMonthlyReports"] = (Roles.Submit, nameof(Agency)),
        ["recallMonthlyReport"] = (Roles.Submit, nameof(MonthlyReport)),
        ["acceptMonthlyReport"] = (Roles.Review, nameof(MonthlyReport)),
        ["returnMonthlyReport"] = (Roles.Review, nameof(MonthlyReport)),
        ["setDueDay"] = (Roles.Admin, nameof(Agency)),
        ["completeEvent"] = (Roles.Submit, nameof(Event)),
        ["completeEvents"] = (Roles.Submit, nameof(Event)),
        ["confirmEvent"] = (Roles.Submit, nameof(Event)),
        ["withdrawEvent"] = (Roles.Submit, nameof(Event)),
        ["cancelEvent"] = (Roles.Submit, nameof(Event)),
        ["postponeEvent"] = (Roles.Submit, nameof(Event)),
        ["recordProblemSolvingOutcome"] = (Roles.Submit, nameof(Event)),
        ["correctProblemSolvingOutcome"] = (Roles.Submit, nameof(ProblemSolvingOutcome)),
        ["withdrawProblemSolvingOutcome"] = (Roles.Submit, nameof(ProblemSolvingOutcome)),
        ["declareCustomerBase"] = (Roles.Submit, nameof(Agency)),
        ["correctCustomerBase"] = (Roles.Submit, nameof(CustomerBase)),
        ["withdrawCustomerBase"] = (Roles.Submit, nameof(CustomerBase)),
        ["declareDeliveryChoice"] = (Roles.Submit, nameof(Agency)),
        ["correctDeliveryChoice"] = (Roles.Submit, nameof(DeliveryChoice)),
        ["withdrawDeliveryChoice"] = (Roles.Submit, nameof(DeliveryChoice)),
        ["declareServiceArea"] = (Roles.Submit, nameof(Agency)),
        ["correctServiceArea"] = (Roles.Submit, nameof(ServiceArea)),
        ["withdrawServiceArea"] = (Roles.Submit, nameof(ServiceArea)),
        ["defineAgencyTheme"] = (Roles.Submit, nameof(Agency)),
        ["renameAgencyTheme"] = (Roles.Submit, nameof(AgencyTheme)),
        ["retireAgencyTheme"] = (Roles.Submit, nameof(AgencyTheme)),
        ["recordFinding"] = (Roles.Submit, nameof(Agency)),
        ["correctFinding"] = (Roles.Submit, nameof(Finding)),
        ["withdrawFinding"] = (Roles.Submit, nameof(Finding)),
        ["recordAction"] = (Roles.Submit, nameof(Finding)),
        ["correctAction"] = (Roles.Submit, nameof(FindingAction)),
        ["withdrawAction"] = (Roles.Submit, nameof(FindingAction)),
        ["recordOutcome"] = (Roles.Submit, nameof(FindingAction)),
        ["correctOutcome"] = (Roles.Submit, nameof(FindingOutcome)),
        ["withdrawOutcome"] = (Roles.Submit, nameof(FindingOutcome)),
        ["establishComplaintProcess"] = (Roles.Submit, nameof(Agency)),
        ["defineComplaintCategory"] = (Roles.Submit, nameof(Agency)),
        ["reportComplaintMetrics"] = (Roles.Submit, nameof(Agency)),
        ["openSystemicProblem"] = (Roles.Submit, nameof(Agency)),
        ["assignSystemicProblem"] = (Roles.Submit, nameof(SystemicProblem)),
        ["planProcessChange"] = (Roles.Submit, nameof(SystemicProblem)),
        ["recordProcessChange"] = (Roles.Submit, nameof(SystemicProblem)),
        ["verifyProcessChange"] = (Roles.Submit, nameof(ProcessChange)),
        ["recordAnalysis"] = (Roles.Submit, nameof(Agency)),
        ["correctAnalysis"] = (Roles.Submit, nameof(Analysis)),
        ["withdrawAnalysis"] = (Roles.Submit, nameof(Analysis)),
        ["setServiceStandard"] = (Roles.Submit, nameof(Agency)),
        ["withdrawServiceStandard"] = (Roles.Submit, nameof(ServiceStandard)),
        ["recordMeasurement"] = (Roles.Submit, nameof(ServiceStandard)),
        ["correctMeasurement"] = (Roles.Submit, nameof(Measurement)),
        ["withdrawMeasurement"] = (Roles.Submit, nameof(Measurement)),
        ["citePlan"] = (Roles.Submit, nameof(AnnualReport)),
        ["correctPlanCitation"] = (Roles.Submit, nameof(PlanCitation)),
        ["withdrawPlanCitation"] = (Roles.Submit, nameof(PlanCitation)),
        ["saveAnnualReportDraft"] = (Roles.Submit, nameof(Agency)),
        ["discardAnnualReportDraft"] = (Roles.Submit, nameof(AnnualReport)),
        ["submitAnnualReport"] = (Roles.Submit, nameof(AnnualReport)),
        ["returnAnnualReport"] = (Roles.Review, nameof(AnnualReport)),
        ["clearAnnualReport"] = (Roles.Review, nameof(AnnualReport)),
        ["publishAnnualReport"] = (Roles.Review, nameof(AnnualReport)),
        ["recordSurvey"] = (Roles.Submit, nameof(Agency)),
        ["correctSurvey"] = (Roles.Submit, nameof(Survey)),
        ["withdrawSurvey"] = (Roles.Submit, nameof(Survey)),
        ["recordBenchmarkStudy"] = (Roles.Submit, nameof(Agency)),
        ["correctBenchmarkStudy"] = (Roles.Submit, nameof(BenchmarkStudy)),
        ["withdrawBenchmarkStudy"] = (Roles.Submit, nameof(BenchmarkStudy)),
    };

    public static TheoryData<string, string, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, string, string>();
            foreach (var (mutation, (role, _)) in Table)
            {
                foreach (
                    var who in new[]
                    {
                        "public",
                        "nobody",
                        "no role",
                        Bureau,
                        Other,
                        Department,
                        OfDepartment,
                        "npr",
                        "reviewer",
                        "admin",
                    }
                )
                    cells.Add(mutation, who, Cell(role, who));
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Every_caller_may_do_what_the_table_allows_and_is_told_why_not_otherwise(
        string mutation,
        string who,
        string cell
    )
    {
        var field = Mutations().Find(mutation)!;
        var (_, subject) = Table[mutation];
        var input = new Input(
            NodeId.Encode(subject, server.Held.OwnedBy(who == OfDepartment ? Department : Bureau, subject))
        );
        var variables = new { input = input.Of(field.Arguments!.Single().ResolvedType!) };

        var answer = await server.SendWithAsync(
            who switch
            {
                "no role" => server.Issuer.Token([], Bureau),
                OfDepartment => server.TokenOf(Bureau),
                _ => server.TokenOf(who),
            },
            $"mutation ($input: {field.Arguments!.Single().ResolvedType}) {{ {mutation}(input: "
                + $"$input) {{ errors {{ __typename path }} }} }}",
            variables
        );

        Assert.Equal(cell, Told(answer, mutation, input.SubjectPath));
    }

    [Fact]
    public void Every_mutation_is_in_the_table_with_its_role() =>
        Assert.Equal(
            Mutations().Select(f => (f.Name, f.GetMetadata<string[]>(SignedInAttribute.Key)!.Single())).Order(),
            Table.Select(row => (row.Key, row.Value.Role)).Order()
        );

    private static string Cell(string role, string who) =>
        (role, who) switch
        {
            (_, "public") => "UNAUTHENTICATED",
            (Roles.Submit, Bureau or Department) or (Roles.Review, "reviewer") or (Roles.Admin, "admin") => "may",
            (Roles.Submit, Other or OfDepartment) => "not found",
            _ => "FORBIDDEN",
        };

    /// <summary>Whether the mutation was allowed to look for its record, or the error otherwise.</summary>
    private static string Told(JsonElement answer, string mutation, IReadOnlyList<string> subject)
    {
        if (answer.TryGetProperty("errors", out var errors))
            return errors[0].GetProperty("extensions").GetProperty("code").GetString()!;

        return answer
            .GetProperty("data")
            .GetProperty(mutation)
            .GetProperty("errors")
            .EnumerateArray()
            .Any(e =>
                e.GetProperty("__typename").GetString() is nameof(AgencyNotFound) or nameof(RecordNotFound)
                && e.GetProperty("path").EnumerateArray().Select(step => step.GetString()).SequenceEqual(subject)
            )
            ? "not found"
            : "may";
    }

    private TypeFields Mutations()
    {
        var schema = server.Server.Services.GetRequiredService<GraphSchema>();
        schema.Initialize();
        return schema.Mutation!.Fields;
    }

    /// <summary>The smallest valid input of a mutation about one record, with `validateOnly`.</summary>
    private sealed class Input(string subject)
    {
        /// <summary>The path of the record's id in the input.</summary>
        public IReadOnlyList<string> SubjectPath { get; private set; } = [];

        public object Of(IGraphType type) => Of(type, ["input"]);

        private object Of(IGraphType type, IReadOnlyList<string> path) =>
            type switch
            {
                NonNullGraphType required => Of(required.ResolvedType!, path),
                ListGraphType list => new[] { Of(list.ResolvedType!, [.. path, "0"]) },
                IInputObjectGraphType input => input
                    .Fields.Where(
                        (f, i) => input.IsOneOf ? i == 0 : f.ResolvedType is NonNullGraphType && f.DefaultValue is null
                    )
                    .ToDictionary(f => f.Name, f => Of(f.ResolvedType!, [.. path, f.Name]))
                    .Concat(path.Count == 1 ? [new("validateOnly", true)] : [])
                    .ToDictionary(),
                EnumerationGraphType closed => closed.Values.First().Name,
                { Name: "ID" } => Subject(path),
                { Name: "Int" or "Long" or "Float" } => 1,
                { Name: "Boolean" } => true,
                { Name: "Date" } => "1998-06-15",
                { Name: "YearMonth" } => "1998-06",
                { Name: "String" } => "Said by a test.",
                _ => throw new InvalidOperationException(
                    $"A value of {type.Name} is wanted at {string.Join('.', path)}."
                ),
            };

        private string Subject(IReadOnlyList<string> path)
        {
            // Of several ids the outermost names the record; the others are records that it refers to.
            if (SubjectPath is [] || path.Count < SubjectPath.Count)
                SubjectPath = path;
            return subject;
        }
    }
}
