using System.Reflection;
using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests.Answers;

/// <summary>No answer is kept if one of its fields depends on the person who asks or on the instant.</summary>
public sealed class NeverKeptTests
{
    private static readonly Lazy<GraphSchema> Schema = new(() =>
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddCwaGraph();
        builder.Services.AddSingleton(new DomainClock(TimeProvider.System));
        var schema = builder.Build().Services.GetRequiredService<CwaSchema>();
        schema.Initialize();
        return schema;
    });

    [Fact]
    public void Every_field_that_depends_on_the_person_or_the_instant_is_marked_and_no_other()
    {
        var fields = Readable().SelectMany(FieldsOf).ToList();

        // How many there are, so that a search that finds nothing is noticed.
        Assert.True(fields.Count > 400, $"{fields.Count}");
        Assert.Equal(
            ["node", "nodes"],
            Schema.Value.Query.Fields.Select(f => f.Name).Except(fields.Select(f => f.Name)).Order()
        );
        Assert.Equal(
            ["Query.plainLanguage", "Query.service", "Query.viewer"],
            fields.Where(f => PersonalCode.IsReachedFrom(f.Resolver)).Select(f => $"{f.Type}.{f.Name}").Order()
        );
        Assert.Equal(
            ["Query.plainLanguage", "Query.service", "Query.viewer"],
            Readable()
                .SelectMany(type => type.Fields.Select(field => (Type: type.Name, Field: field)))
                .Where(f => f.Field.HasMetadata(NeverKeptAttribute.Key))
                .Select(f => $"{f.Type}.{f.Field.Name}")
                .Order()
        );
    }

    // Preflight looks a field up at the type that the document names, which may be an interface.
    [Fact]
    public void No_marked_field_can_be_selected_by_an_interface() =>
        Assert.DoesNotContain(
            Schema.Value.AllTypes.OfType<IInterfaceGraphType>().SelectMany(type => type.PossibleTypes),
            type => type.Fields.Any(field => field.HasMetadata(NeverKeptAttribute.Key))
        );

    // They are used by the engine, which is not searched.
    [Fact]
    public void Conditions_and_visibility_do_not_depend_on_the_person_or_the_instant()
    {
        var terms = typeof(Caller)
            .Assembly.GetTypes()
            .Where(type =>
                type.BaseType is { IsGenericType: true } @base
                && @base.GetGenericTypeDefinition() == typeof(ListTerms<>)
            )
            .SelectMany(Calls.MembersOf);
        string[] visibility = ["Of", "WholeOf", "get_Rights", "HasOneOf"];

        var used = terms.Concat(Calls.MembersOf(typeof(Caller)).Where(m => visibility.Contains(m.Name))).ToList();

        Assert.True(used.Count > 20, $"{used.Count}");
        Assert.DoesNotContain(used, PersonalCode.IsReachedFrom);
    }

    [Theory]
    [InlineData(nameof(Uses.Clock), true)]
    [InlineData(nameof(Uses.System), true)]
    [InlineData(nameof(Uses.LaterAsync), true)]
    [InlineData(nameof(Uses.Lambda), true)]
    [InlineData(nameof(Uses.Name), true)]
    [InlineData(nameof(Uses.Actor), true)]
    [InlineData(nameof(Uses.Loader), true)]
    [InlineData(nameof(Uses.Date), false)]
    [InlineData(nameof(Uses.Rights), false)]
    public void The_search_tells_a_use_from_another(string use, bool isPersonal) =>
        Assert.Equal(isPersonal, PersonalCode.IsReachedFrom(typeof(Uses).GetMethod(use)!));

    /// <summary>The objects that a query can return.</summary>
    private static IEnumerable<IObjectGraphType> Readable() =>
        Schema
            .Value.AllTypes.OfType<IObjectGraphType>()
            .Where(type =>
                type != Schema.Value.Mutation
                && type != Schema.Value.Subscription
                && !type.Name.StartsWith("__", StringComparison.Ordinal)
            );

    /// <summary>The fields of a type whose code is ours, and that code.</summary>
    private static IEnumerable<(string Type, string Name, MethodBase Resolver)> FieldsOf(IObjectGraphType type) =>
        type == Schema.Value.Query
            ? typeof(Query)
                .Assembly.GetTypes()
                .Where(t => t.IsPublic && t.Name.EndsWith("Queries", StringComparison.Ordinal))
                .SelectMany(StaticFields.Of)
                .Select(method => (type.Name, NameOf(StaticFields.NameOf(method)), (MethodBase)method))
            : StaticFields
                .Of(type.GetType())
                .Select(method => (type.Name, NameOf(StaticFields.NameOf(method)), (MethodBase)method))
                .Concat(
                    (ClassOf(type.GetType())?.GetProperties() ?? [])
                        .Where(property => property.GetMethod is not null && type.HasField(NameOf(property.Name)))
                        .Select(property => (type.Name, NameOf(property.Name), (MethodBase)property.GetMethod!))
                );

    private static Type? ClassOf(Type? graphType) =>
        graphType is null ? null
        : graphType.IsGenericType && graphType.GetGenericTypeDefinition() == typeof(AutoRegisteringObjectGraphType<>)
            ? graphType.GetGenericArguments()[0]
        : ClassOf(graphType.BaseType);

    private static string NameOf(string member) => member.ToCamelCase();

    private static class Uses
    {
        public static DateTime Clock(DomainClock clock) => clock.Now;

        public static int System() => DateTime.UtcNow.Second;

        public static async Task<long> LaterAsync(TimeProvider clock)
        {
            await Task.Yield();
            return clock.GetTimestamp();
        }

        public static Func<DateTimeOffset> Lambda(TimeProvider clock) => () => clock.GetUtcNow();

        public static string Name(Caller caller) => Clerk(caller);

        public static string Actor(IActor caller) => caller.Name;

        public static object Loader(Personal names) => names;

        public static DateOnly Date(DomainClock clock) => clock.Today;

        public static string Rights(Caller caller) => caller.Rights;

        private static string Clerk(Caller caller) => caller.Name;
    }

    private sealed class Personal(Caller caller) : BatchLoader<int, string>
    {
        protected override Task<IReadOnlyDictionary<int, string>> FetchAsync(
            IReadOnlyList<int> keys,
            CancellationToken cancellationToken
        ) => Task.FromResult<IReadOnlyDictionary<int, string>>(keys.ToDictionary(key => key, _ => caller.Subject));
    }
}
