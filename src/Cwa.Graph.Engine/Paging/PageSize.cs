using System.Reflection;
using GraphQL;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>The page size of a list that differs from the usual 20, at most 100.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PageSizeAttribute : Attribute
{
    /// <summary>The largest value of `first` and `last`.</summary>
    public int Most { get; init; } = 100;

    /// <summary>The page size when neither is given.</summary>
    public int Usual { get; init; } = 20;
}

/// <summary>Gives a field that returns a connection its arguments.</summary>
internal sealed class PagedAttribute : FieldPartAttribute
{
    public override void Declare(FieldType field, MethodInfo method, Type part) =>
        Paging.Declare(
            field,
            part.GetGenericArguments()[0],
            method.GetCustomAttribute<PageSizeAttribute>() ?? new PageSizeAttribute()
        );
}

/// <summary>The arguments of a list with pages.</summary>
internal static class Paging
{
    public const string Key = "PAGE_SIZE",
        UpdatedSince = "updatedSince";

    /// <summary>The arguments that select a page.</summary>
    public static readonly IReadOnlyList<string> OfPages = ["first", "after", "last", "before"];

    /// <summary>Gives a field that returns a connection its arguments.</summary>
    public static void Declare(FieldType field, Type node, PageSizeAttribute size)
    {
        field.WithMetadata(Key, size);
        field.Arguments ??= [];
        Add(
            "first",
            typeof(IntGraphType),
            $"How many objects to return, from the start or `after`: 1 to {size.Most}. "
                + $"The default is {size.Usual}, unless `last` is given."
        );
        Add("after", typeof(StringGraphType), "Only objects after the one with this cursor.");
        Add("last", typeof(IntGraphType), $"How many objects to return, up to the end or `before`: 1 to {size.Most}.");
        Add("before", typeof(StringGraphType), "Only objects before the one with this cursor.");
        Add("where", typeof(FilterType<>).MakeGenericType(node), "Only objects that meet these conditions.");
        Add(
            UpdatedSince,
            typeof(GraphQLClrInputTypeReference<DateTime>),
            "Only objects that were stored or changed at this instant or later, "
                + "to bring a copy of the list up to date."
        );
        Add(
            "order",
            typeof(ListGraphType<>).MakeGenericType(
                typeof(NonNullGraphType<>).MakeGenericType(typeof(OrderType<>).MakeGenericType(node))
            ),
            "The keys to order by, the most significant first. Ties are broken by the id."
        );

        void Add(string name, Type type, string description) =>
            field.Arguments!.Add(new QueryArgument(type) { Name = name, Description = description });
    }

    /// <summary>The page size that `first` and `last` ask for.</summary>
    /// <exception cref="ExecutionError">Both are given, or one is out of range (INVALID_PAGE_SIZE).</exception>
    public static int SizeOf(PageSizeAttribute size, int? first, int? last)
    {
        if (first is not null && last is not null)
            throw RequestError.PageSize("Give `first` or `last`, not both.");
        var asked = first ?? last ?? size.Usual;
        Check(asked, size.Most, first is null ? "last" : "first");
        return asked;
    }

    /// <summary>Checks the size of a page, or of a list that has no pages.</summary>
    /// <exception cref="ExecutionError">It is out of range (INVALID_PAGE_SIZE).</exception>
    public static void Check(int asked, int most, string argument = "first")
    {
        if (asked < 1 || asked > most)
            throw RequestError.PageSize($"`{argument}` takes 1 to {most}.");
    }
}
