using System.Text.Json.Nodes;
using Cwa.Graph.Engine;
using GraphQL;
using GraphQL.Types;

namespace Cwa.Graph.Tests.TwoPaths;

/// <summary>A valid query of the schema.</summary>
/// <param name="Text">The document.</param>
/// <param name="Variables">Its variables.</param>
/// <param name="Fields">The fields that it selects, such as `Event.title`.</param>
internal sealed record DrawnDocument(string Text, JsonObject Variables, IReadOnlySet<string> Fields);

/// <summary>
/// Draws a valid query: aliases, fragments, directives, fields that must merge, and arguments that lead to records.
/// </summary>
internal sealed class RandomDocument
{
    private const int Deepest = 5,
        MostFields = 60,
        MostObjects = 120;

    private readonly Random _random;
    private readonly RandomArguments _arguments;
    private readonly SomeCaller _caller;
    private readonly bool _asksOnlyWhatItMay;
    private readonly HashSet<string> _fields = [];
    private readonly List<(string Type, string Name, string Text)> _fragments = [];

    // A name means the same in all of a document, so that selections can be merged wherever they meet.
    private readonly Dictionary<string, string> _meanings = [];
    private int _left = MostFields;

    private RandomDocument(Random random, RealValues values, SomeCaller caller)
    {
        (_random, _caller) = (random, caller);
        _arguments = new(random, values);
        _asksOnlyWhatItMay = !Chance(4);
    }

    public static DrawnDocument Draw(Random random, GraphSchema schema, RealValues values, SomeCaller caller)
    {
        var document = new RandomDocument(random, values, caller);
        var selection = document.Selection(schema.Query!, Deepest, 1, []);
        var fragments = string.Concat(document._fragments.Select(f => $"\nfragment {f.Name} on {f.Type} {f.Text}"));
        return new(
            $"query {document._arguments.Declarations}{selection}{fragments}",
            document._arguments.Variables,
            document._fields
        );
    }

    private string Selection(IGraphType type, int depth, int objects, IReadOnlyList<string> ids)
    {
        var parts = type switch
        {
            IInterfaceGraphType of => PartsOf(of, depth, objects, ids),
            ICarrier => PartsOfPage((IObjectGraphType)type, depth, objects),
            var of => PartsOf((IObjectGraphType)of, depth, objects),
        };
        return $"{{ {string.Join(' ', parts)} }}";
    }

    private List<string> PartsOf(IInterfaceGraphType type, int depth, int objects, IReadOnlyList<string> ids)
    {
        var expected = type.PossibleTypes.Where(t => ids.Contains(t.Name)).ToList();
        var possible = expected is [] || Chance(10) ? Some(type.PossibleTypes, 4) : Some(expected, 4);
        List<string> parts = ["__typename", .. Chance(50) ? ["id"] : Array.Empty<string>()];
        parts.AddRange(
            possible.Where(t => MayAsk(t)).Select(t => $"... on {t.Name} {Selection(t, depth, objects, [])}")
        );
        return parts;
    }

    private List<string> PartsOfPage(IObjectGraphType page, int depth, int objects)
    {
        var chosen = page
            .Fields.Where(f =>
                Chance(
                    f.Name switch
                    {
                        "nodes" => 75,
                        "totalCount" => 40,
                        _ => 25,
                    }
                )
            )
            .ToList();
        if (chosen is [])
            chosen.Add(page.Fields.Find("nodes") ?? page.Fields.Find("node") ?? page.Fields.First());
        return [.. chosen.Select(f => Field(page, f, depth, objects))];
    }

    private List<string> PartsOf(IObjectGraphType type, int depth, int objects)
    {
        var isRoot = depth == Deepest;
        var asked = type.Fields.Where(f => !f.Name.StartsWith("__", StringComparison.Ordinal) && MayAsk(f)).ToList();
        var values = asked.Where(f => f.ResolvedType!.GetNamedType() is ScalarGraphType);
        var others = asked.Where(f => f.ResolvedType!.GetNamedType() is not ScalarGraphType);
        List<string> parts = [.. Some(values, 8).Select(f => Field(type, f, depth, objects))];
        if (isRoot || (depth > 0 && _left > 0 && objects <= MostObjects))
        {
            foreach (var field in Some(others, isRoot ? 2 : 3))
                parts.Add(Field(type, field, depth - 1, objects));
        }

        if (parts is [] || Chance(10))
            parts.Add("__typename");
        parts = Shuffled(parts);
        if (Chance(10))
            parts.Add(parts[0]);
        if (type is INodeType && Chance(8))
            parts.Add("... on Node { id __typename }");
        if (_fragments.Where(f => f.Type == type.Name).ToList() is [_, ..] known && Chance(30))
            parts.Add($"...{OneOf(known).Name}");
        return Chance(25) ? InFragment(type, parts) : parts;
    }

    private List<string> InFragment(IObjectGraphType type, List<string> parts)
    {
        var count = _random.Next(1, parts.Count + 1);
        var text = $"{{ {string.Join(' ', parts.Take(count))} }}";
        var rest = parts.Skip(count);
        switch (_random.Next(4))
        {
            case 0:
                return [$"...{Directive()} {text}", .. rest];
            case 1:
                return [$"... on {type.Name}{Directive()} {text}", .. rest];
            default:
                var name = $"F{_fragments.Count + 1}";
                _fragments.Add((type.Name, name, text));
                return [$"...{name}{Directive()}", .. rest, .. Chance(20) ? [$"...{name}"] : Array.Empty<string>()];
        }
    }

    private string Field(IObjectGraphType of, FieldType field, int depth, int objects)
    {
        _left--;
        _fields.Add($"{of.Name}.{field.Name}");
        var type = field.ResolvedType!.GetNamedType();
        var given = _arguments.Of(field, objects);
        var head = $"{Named(field, given.Text)}{given.Text}";
        if (type is ScalarGraphType)
            return head + Directive();

        // The page around `nodes` and `edges` has counted them.
        var isMany = type is ICarrier || (given.IsList && of is not ICarrier);
        var each = isMany ? objects * given.Size : objects;

        // Some are selected once more, with other fields, which must be merged.
        return Chance(10) && _left > 0 ? $"{Once()} {head} {Below()}" : Once();

        string Once() => $"{head}{Directive()} {Below()}";

        string Below() => Selection(type, depth, each, given.Types);
    }

    private string Named(FieldType field, string arguments)
    {
        var meaning = $"{field.Name}{arguments}: {field.ResolvedType}";
        if (!Chance(10) && (_meanings.TryAdd(field.Name, meaning) || _meanings[field.Name] == meaning))
            return field.Name;

        var alias = $"a{_meanings.Count}";
        _meanings.Add(alias, meaning);
        return $"{alias}: {field.Name}";
    }

    private string Directive() =>
        Chance(6) ? $" @{(Chance(50) ? "include" : "skip")}(if: {_arguments.Variable("Boolean!", Chance(50))})" : "";

    private bool MayAsk(FieldType field)
    {
        var type = field.ResolvedType!.GetNamedType();
        if (type is ICarrier)
            type = ((IObjectGraphType)type).Fields.Find("nodes")!.ResolvedType!.GetNamedType();
        return MayAsk((IProvideMetadata)field) && MayAsk(type);
    }

    private bool MayAsk(IProvideMetadata it) =>
        !_asksOnlyWhatItMay || it.GetMetadata<string[]>(SignedInAttribute.Key) is not { } roles || _caller.Has(roles);

    private bool Chance(int percent) => _random.Next(100) < percent;

    private T OneOf<T>(IReadOnlyList<T> all) => all[_random.Next(all.Count)];

    private List<T> Some<T>(IEnumerable<T> all, int most) => [.. Shuffled(all).Take(_random.Next(1, most + 1))];

    private List<T> Shuffled<T>(IEnumerable<T> all)
    {
        var shuffled = all.ToArray();
        _random.Shuffle(shuffled);
        return [.. shuffled];
    }
}
